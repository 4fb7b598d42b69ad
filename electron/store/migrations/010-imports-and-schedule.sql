-- The last imports, to say what came when and to put one back. The log has who it was, the counts and the digest.
create table import (
  -- That of the event in the log.
  id text primary key,
  what text not null check (what in ('people', 'schedule')),
  at text not null,
  -- Null for the command line.
  by_person text,
  -- What the files were called.
  files text not null check (json_valid(files)),
  counts text not null check (json_valid(counts)),
  undone_at text
) strict;
create index import_by_time on import (at);

-- What an import made of each person or scheduled session, with what was before, by which it is put back; deleted once it
-- was, or after some weeks. Nothing before: it was new. Nothing after: it was taken away.
create table import_change (
  import_id text not null references import (id) on delete cascade,
  -- The person, or the scheduled session.
  item text not null,
  before text check (json_valid(before)),
  after text check (json_valid(after)),
  -- The photo there was before, which is kept as long.
  photo text,
  primary key (import_id, item)
) strict, without rowid;
create index import_change_by_photo on import_change (photo) where photo is not null;

-- By what another system knows a scheduled session: HMAC-SHA-256 under a key of this device, never the number. What was
-- cancelled keeps it, so that the same booking is known again.
create table scheduled_source (
  hash blob primary key check (length(hash) = 32),
  scheduled text not null,
  -- What kind of resource it is: one session may be known by its request and by its appointment.
  type text not null check (type in ('Appointment', 'Encounter', 'ServiceRequest'))
) strict, without rowid;
create index source_by_scheduled on scheduled_source (scheduled);

-- What was scheduled and is not to be held. It is not counted as scheduled, and stays to be seen: who takes a session off
-- the schedule after it should have begun makes the figures look better.
create table cancelled_session (
  id text primary key,
  place_id text not null references place (id),
  date text not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  time text not null check (time glob '[0-2][0-9]:[0-5][0-9]'),
  kind text not null check (kind in ('surgery', 'shift-change')),
  urgency text not null check (urgency in ('elective', 'urgent', 'emergency')),
  lead text,
  team text not null check (json_valid(team)),
  why text not null check (why in ('cancelled', 'by-mistake', 'not-in-list')),
  cancelled_at text not null,
  -- Whether it should have begun by then.
  late integer not null check (late in (0, 1))
) strict;
create index cancelled_by_day on cancelled_session (date, place_id);
