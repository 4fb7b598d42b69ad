-- A leave that was entered here, in days: it begins and ends by itself. `on_leave` is what a list said.
alter table person add column leave_from text
  check (leave_from glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
alter table person add column leave_until text
  check (leave_until glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');

-- Somebody who was here twice: this one was retired, its history stays under its id, and this says whose it is. It
-- always names who is kept, never one who was merged away later.
alter table person add column merged_into text references person (id);
create index person_by_kept on person (merged_into) where merged_into is not null;

-- What was corrected here by hand, and what the list had said: a list that still says the same does not undo it.
alter table person add column by_hand text not null default '{}' check (json_valid(by_hand));

-- Counts the changes of a person, whoever writes them: who edits an older one is told, and overwrites nothing.
alter table person add column version integer not null default 1;
create trigger person_version after update on person when new.version = old.version
begin
  update person set version = old.version + 1 where id = new.id;
end;

-- One row: counts the changes of anybody, so that what was worked out of all of them is known to be of today.
create table roster_stand (
  id integer primary key check (id = 1),
  changes integer not null
) strict;
insert into roster_stand (id, changes) values (1, 0);
create trigger roster_added after insert on person begin update roster_stand set changes = changes + 1; end;
create trigger roster_changed after update on person begin update roster_stand set changes = changes + 1; end;
create trigger roster_removed after delete on person begin update roster_stand set changes = changes + 1; end;

-- Of two people somebody said that they are two, though their names are alike. The smaller id is first.
create table told_apart (
  one_id text not null references person (id) on delete cascade,
  other_id text not null references person (id) on delete cascade,
  primary key (one_id, other_id),
  check (one_id < other_id)
) strict, without rowid;

-- The last changes of people by hand, with what was before, by which they are put back. A merge stays, for it can be
-- taken apart as long as both are here; all else is deleted after some days. The log has none of the values.
create table person_change (
  -- That of the tap, and of the event in the log.
  id text primary key,
  at text not null,
  -- Whose change it was, and of whom: people can be removed.
  by_person text not null,
  person text not null,
  value text not null check (json_valid(value)),
  -- Photos that are nobody's now and would be needed: a JSON array of hashes.
  photos text not null default '[]' check (json_valid(photos)),
  lasting integer not null check (lasting in (0, 1))
) strict;
create index person_change_by_person on person_change (person);
