import { column, fact } from '../declare.js';
import { dialogue } from './dialogue.js';
import { longer } from './lasting.js';

/** Dialogues while they are open: until they are closed or, where nobody says so, resolved for good. */
export const openDialogue = fact({
  ...dialogue,
  noun: 'open dialogues',
  from: `(select d.*, coalesce(d.closed_at, (
    select c.at from fact.change c
    where c.tenant = d.tenant and c.dialogue_k = d.k and c.of = 'dialogue' and c.state = 'resolved' and c.until_at is null
    order by c.at limit 1
  )) as over_at
  from fact.dialogue d)`,
  kind: 'dialogue',
  axes: { startedAt: column('at') },
  span: { end: column('over_at'), long: longer('at', column('closed_at')) },
  measures: {
    open: { aggregate: 'at_end' },
  },
});
