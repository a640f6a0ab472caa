import { column, fact } from '../declare.js';
import { longer } from './lasting.js';
import { offer } from './offer.js';

const ofDialogue = (o: string) => `${o}.dialogue_k is not null`;

/** Dialogues in the hands of operators: from acceptance until they are closed, transferred or accepted by somebody else. */
export const heldDialogue = fact({
  ...offer,
  noun: 'dialogues of operators',
  axes: { acceptedAt: column('accepted_at') },
  span: { end: column('eff_ended_at'), long: longer('accepted_at', column('eff_ended_at')) },
  measures: {
    active: { aggregate: 'at_end', of: column('dialogue_k'), where: ofDialogue },
    touched: { aggregate: 'touching', of: column('dialogue_k'), where: ofDialogue },
  },
});
