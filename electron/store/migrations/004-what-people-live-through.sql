-- From the log: what a shift change is for somebody, whom the patient knew from before, and the check at the end.
alter table participant add column part text check (part in ('arriving', 'leaving'));
alter table participant add column met_before integer not null default 0 check (met_before in (0, 1));
alter table round add column recall integer check (recall in (0, 1));

-- How much of a name is shown, where it is not as the site has it: a unit's own, and narrower for a person.
alter table unit add column names text check (names in ('full', 'first-and-initial', 'first-only'));
alter table person add column names text check (names in ('full', 'first-and-initial', 'first-only'));

-- How somebody says their own name: WAV, named by the SHA-256 of the bytes.
create table sound (
  hash text primary key check (length(hash) = 64),
  bytes blob not null
) strict;
alter table person add column name_sound text;
-- The day the picture with mask and cap was taken; photo_date is that of the other.
alter table person add column masked_photo_date text;
-- The columns that the person filled in on their own card: an import leaves them as they are.
alter table person add column own text not null default '[]' check (json_valid(own));

-- The PIN that opens somebody's own card, as Argon2id has it, and the attempts that failed since the last good one.
create table card_pin (
  person_id text primary key references person (id),
  hash text not null,
  failures integer not null default 0 check (failures >= 0)
) strict;

-- What people in the room say does not work. Nobody's name stands with it.
create table suggestion (
  id text primary key,
  at text not null,
  -- Null on a device that nobody set up.
  place_id text references place (id),
  text text not null
) strict;

-- A patient's stay: HMAC-SHA-256 of the number on the wristband under a key of this device, never the number.
create table stay (
  hash blob primary key check (length(hash) = 32),
  last_at text not null
) strict, without rowid;
create table stay_met (
  stay blob not null references stay (hash),
  person_id text not null references person (id),
  primary key (stay, person_id)
) strict, without rowid;

-- One row while a session is open: the stay it belongs to. Which session it was is not kept.
create table open_stay (
  session_id text primary key references session (id),
  stay blob not null references stay (hash)
) strict;
