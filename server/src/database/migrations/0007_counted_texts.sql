-- What is counted of a text stays where a tenant keeps no texts. `phrase` is the masked text with white space collapsed, NFKC
-- normalised and case folded; empty for a text that is longer than 200 characters. `text_parts`: of how many parts the text
-- consists as an SMS.
alter table fact.message add column phrase text;
alter table fact.notification add column text_parts int4;
