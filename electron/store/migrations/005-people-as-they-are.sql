-- Somebody who is away for a while: found by name and badge, and not offered.
alter table person add column on_leave integer not null default 0 check (on_leave in (0, 1));

-- What a list knows somebody by, such as a staff number: HMAC-SHA-256 under a key of this device, never the number.
-- `system` says whose number it is, and is empty for a list that does not say.
create table person_identifier (
  hash blob primary key check (length(hash) = 32),
  person_id text not null references person (id),
  system text not null
) strict, without rowid;
create index identifier_by_person on person_identifier (person_id);
