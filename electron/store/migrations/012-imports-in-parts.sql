-- What an import is put back by is written before it, part by part, so that the import itself is one short transaction; until
-- that is done it does not count, and what is left of one that never was is deleted.
alter table import add column is_done integer not null default 1 check (is_done in (0, 1));

-- Whoever is removed is looked for in every table that could name them.
create index scheduled_by_lead on scheduled_session (lead_id) where lead_id is not null;
create index told_apart_by_other on told_apart (other_id);
create index stay_met_by_person on stay_met (person_id);
