-- People are not in the log: it knows them by these opaque ids.
create table person (
  id text primary key,
  given text not null,
  family text,
  preferred text,
  say_it text,
  pronouns text,
  credentials text,
  -- The job title as the roster had it; the role is what it means here.
  title text,
  role text not null,
  languages text not null check (json_valid(languages)),
  line text,
  photo text,
  masked_photo text,
  photo_date text,
  origin text not null check (origin in ('import', 'visitor', 'demo')),
  -- Names in the form that search compares.
  search text not null,
  retired_at text,
  added_at text not null,
  changed_at text not null
) strict;
create index person_by_search on person (search);

-- Badges are kept only as HMAC-SHA-256 under a key of this device, which is not in the database.
create table badge (
  hash blob primary key check (length(hash) = 32),
  person_id text not null references person (id)
) strict, without rowid;
create index badge_by_person on badge (person_id);

-- Named by the SHA-256 of the bytes: 4:5 WebP without metadata.
create table photo (
  hash text primary key check (length(hash) = 64),
  bytes blob not null
) strict;

create table unit (id text primary key, name text not null) strict;
create table place (
  id text primary key,
  name text not null,
  unit_id text not null references unit (id)
) strict;

create table scheduled_session (
  id text primary key,
  place_id text not null references place (id),
  date text not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  time text not null check (time glob '[0-2][0-9]:[0-5][0-9]'),
  kind text not null check (kind in ('surgery', 'shift-change')),
  urgency text not null check (urgency in ('elective', 'urgent', 'emergency')),
  lead_id text references person (id),
  team text not null check (json_valid(team))
) strict;
create index scheduled_by_day on scheduled_session (place_id, date, time);

create table setting (name text primary key, value text not null check (json_valid(value))) strict;

-- What the patient of the open session chose. Erased when it closes.
create table choices (
  session_id text primary key references session (id),
  value text not null check (json_valid(value))
) strict;
