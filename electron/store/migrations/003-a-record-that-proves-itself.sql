-- The hashes of all perfect subtrees of the log, leaves at level 0. They stay when the bytes of entries are purged.
create table hash (
  level integer not null check (level >= 0),
  place integer not null check (place >= 0),
  hash blob not null check (length(hash) = 32),
  primary key (level, place)
) strict, without rowid;
insert into hash (level, place, hash) select 0, seq - 1, leaf from entry;
alter table entry drop column leaf;
create index entry_of_device on entry (type, seq) where session_id is null;

-- Each log that this record has been: its first entry, and the key that signs for it, once there is one.
create table log (
  id text primary key,
  began integer not null unique check (began > 0),
  public_key blob check (length(public_key) = 32)
) strict;
insert into log (id, began) select log_id, 1 from head;

-- Signed checkpoints (C2SP tlog-checkpoint), as they are given out.
create table checkpoint (
  size integer primary key check (size > 0),
  at text not null,
  note text not null
) strict;

-- By which roads checkpoints left this device; of a witness with the line that it signed.
create table anchor (
  id integer primary key,
  size integer not null references checkpoint (size),
  way text not null check (way in ('printed', 'exported', 'shown', 'for-witness', 'witnessed')),
  at text not null,
  cosignature text,
  check ((cosignature is not null) = (way = 'witnessed'))
) strict;
create index anchor_by_size on anchor (size);

-- The newest checkpoint of each other device's log that this one countersigned.
create table countersigned (
  origin text primary key,
  verifier_key text not null,
  size integer not null check (size > 0),
  root blob not null check (length(root) = 32),
  note text not null,
  at text not null
) strict;

-- What must not be purged: one session, or all that opened on some days (both included), until it is released.
create table hold (
  id text primary key,
  session_id text,
  from_day text check (from_day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_day text check (to_day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- The number of a case, for people; never in the log.
  note text,
  placed_at text not null,
  released_at text,
  check ((session_id is null) = (from_day is not null and to_day is not null))
) strict;

-- A purge deletes entries, and for each of them the foreign key asks whether an introduction still refers to it.
create index introduction_by_entry on introduction (seq);
