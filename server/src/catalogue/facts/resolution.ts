import { column, fact, own } from '../declare.js';
import { between } from './between.js';
import { customerWroteInDialogue, dialogueDimensions } from './dialogue.js';
import { inherit } from './inherited.js';

/**
 * Resolutions of dialogues: one for each episode (open -> resolved -> reopened) that changes of state tell of, and the close of a
 * dialogue of which they tell no resolution and of which nobody said that it was not resolved. An episode opens with the dialogue,
 * later ones with the first opening after the last resolution.
 */
export const resolution = fact({
  noun: 'resolutions',
  from: `(select s.tenant, s.k, s.id, 'change' as kind, s.at, s.source, s.labels, s.dialogue_k, ${between('episode.opened_at', 's.at')} as open_ms
  from fact.change s
  join fact.dialogue d on d.tenant = s.tenant and d.k = s.dialogue_k and d.at is not null
  cross join lateral (
    select max(p.at) as resolved_at from fact.change p
    where p.tenant = s.tenant and p.dialogue_k = s.dialogue_k and p.of = 'dialogue' and p.state = 'resolved' and (p.at, p.k) < (s.at, s.k)
  ) previous
  cross join lateral (
    select min(o.at) as at from fact.change o
    where o.tenant = s.tenant and o.dialogue_k = s.dialogue_k and o.of = 'dialogue' and o.state = 'open' and o.at <= s.at
      and (previous.resolved_at is null or o.at >= previous.resolved_at)
  ) opening
  cross join lateral (select case when previous.resolved_at is null then least(d.at, opening.at) else opening.at end as opened_at) episode
  where s.of = 'dialogue' and s.state = 'resolved' and episode.opened_at is not null
  union all
  select d.tenant, d.k, d.id, 'dialogue', d.closed_at, d.source, d.labels, d.k, ${between('d.at', 'd.closed_at')}
  from fact.dialogue d
  where d.at is not null and d.resolved is not false and not exists (
    select from fact.change s
    where s.tenant = d.tenant and s.dialogue_k = d.k and s.of = 'dialogue' and s.state = 'resolved' and s.at is not null
  ))`,
  kind: column('kind'),
  parents: { dialogue: column('dialogue_k') },
  axes: { resolvedAt: column('at') },
  dimensions: { ...own({ source: 'source' }), ...inherit(['dialogue'], dialogueDimensions) },
  measures: {
    resolutions: { aggregate: 'count' },
    timed: { aggregate: 'count', where: (r) => `${r}.open_ms is not null` },
    time: { aggregate: 'sum', of: column('open_ms') },
    times: { aggregate: 'quantile', of: column('open_ms') },
  },
  customerWrote: customerWroteInDialogue,
});
