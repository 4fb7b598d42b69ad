-- The log. Its rows are only ever added; everything below it that says "from the log" can be rebuilt from it.
create table entry (
  seq integer primary key check (seq > 0),
  event_id text not null,
  part integer not null,
  type text not null,
  session_id text,
  at text not null,
  bytes blob not null,
  leaf blob not null check (length(leaf) = 32),
  unique (event_id, part)
) strict;
create index entry_by_session on entry (session_id, seq) where session_id is not null;

-- One row: how far the log goes and the subtree hashes (32 bytes each, largest first) that its root follows from.
create table head (
  id integer primary key check (id = 1),
  log_id text not null,
  size integer not null check (size >= 0),
  frontier blob not null,
  root blob not null check (length(root) = 32)
) strict;

-- From the log: sessions.
create table session (
  id text primary key,
  kind text not null check (kind in ('surgery', 'shift-change')),
  place_id text not null,
  unit_id text not null,
  scheduled_id text,
  urgency text not null check (urgency in ('elective', 'urgent', 'emergency')),
  interpreter text not null check (interpreter in ('none', 'in-person', 'remote', 'waiting')),
  opened_at text not null,
  closed_at text,
  simulated integer not null check (simulated in (0, 1))
) strict;
create index session_by_time on session (opened_at);
create unique index one_open_session on session (closed_at is null) where closed_at is null;

create table participant (
  id text primary key,
  session_id text not null references session (id),
  place integer not null,
  person_id text not null,
  role text not null,
  learner integer not null check (learner in (0, 1)),
  required integer not null check (required in (0, 1)),
  left_at text,
  unique (session_id, place)
) strict;
create index participant_by_person on participant (person_id);

create table round (
  id text primary key,
  session_id text not null references session (id),
  kind text not null check (kind in ('patient', 'team', 'join')),
  language text,
  opened_at text not null,
  started_at text,
  ended_at text,
  outcome text check (outcome in ('completed', 'stopped', 'postponed', 'shown', 'declined', 'unable')),
  before_sedation integer check (before_sedation in (0, 1)),
  seconds real,
  check ((ended_at is null) = (outcome is null))
) strict;
create index round_by_session on round (session_id, opened_at);

-- One row per participant in a round; without a status until somebody gave it one.
create table introduction (
  round_id text not null references round (id),
  participant_id text not null references participant (id),
  place integer not null,
  status text check (status in ('introduced', 'already-known', 'absent', 'skipped', 'declined', 'unable')),
  method text check (method in ('self', 'badge', 'attested')),
  reason text,
  started_at text,
  recorded_at text,
  seconds real,
  -- The log entry that gave the present status.
  seq integer references entry (seq),
  primary key (round_id, participant_id),
  check ((status is null) = (seq is null)),
  check ((status is not null and status in ('introduced', 'already-known')) = (method is not null))
) strict, without rowid;
create index introduction_by_participant on introduction (participant_id);
