-- What lasts is looked for by when it began: within the last day before, or among what still lasts or lasted longer.
-- The second needs an index of its own; few facts are in it.
create index presence_long on fact.presence (tenant, at) where ended_at is null or ended_at - at > interval '1 day';
create index change_long on fact.change (tenant, at) where until_at is null or until_at - at > interval '1 day';
create index assignment_accepted on fact.assignment (tenant, accepted_at) where accepted_at is not null;
create index assignment_long on fact.assignment (tenant, accepted_at)
  where eff_ended_at is null or eff_ended_at - accepted_at > interval '1 day';
create index queue_entry_long on fact.queue_entry (tenant, at)
  where coalesce(answered_at, left_at) is null or coalesce(answered_at, left_at) - at > interval '1 day';
create index dialogue_long on fact.dialogue (tenant, at) where closed_at is null or closed_at - at > interval '1 day';
create index call_long on fact.call (tenant, at) where eff_ended_at is null or eff_ended_at - at > interval '1 day';
