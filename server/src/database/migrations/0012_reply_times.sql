-- A first response counts when it is given: the moment of the reply beside the time that it took.
alter table fact.dialogue add column first_response_at timestamptz;
create index dialogue_first_response on fact.dialogue (tenant, first_response_at) where first_response_at is not null;

-- What refers to a notification, a dialogue or a call is looked up from there.
create index engagement_notification on fact.engagement (tenant, notification_k) where notification_k is not null;
create index rating_dialogue on fact.rating (tenant, dialogue_k) where dialogue_k is not null;
