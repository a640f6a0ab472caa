import { fact } from '../declare.js';
import { message } from './message.js';

/** What a pressed button sends where it is not what it says: an id such as get_started, faq:12 or 7, or JSON. */
const PAYLOAD = "'^([!-~]*[0-9_:/=#|{}<>&%$][!-~]*|[[{].*[]}])$'";

/** What a message says, as facts/phrase.ts writes it; null for long texts and for the payloads of quick replies. */
const said = (m: string) =>
  `case when ${m}.type is distinct from 'button' or ${m}.phrase !~ ${PAYLOAD} then nullif(${m}.phrase, '') end`;

/** Messages that say something short enough to be said again. */
export const phrase = fact({
  noun: 'messages with a phrase',
  from: message.from,
  parents: message.parents,
  axes: message.axes,
  dimensions: { ...message.dimensions, phrase: { own: said } },
  measures: {
    phrases: { aggregate: 'count', where: (m) => `${said(m)} is not null`, parameters: ['minCount'] },
  },
  ...(message.customerWrote && { customerWrote: message.customerWrote }),
});
