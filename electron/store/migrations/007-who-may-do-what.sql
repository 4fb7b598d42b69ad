-- A person has one PIN: it opens their own card, and signs them in where they have access. `failures` counts attempts
-- before each is looked at; only success takes them back.
alter table card_pin rename to pin;

-- What somebody may do besides introducing themselves. Nobody has any of it by default.
create table access (
  person_id text primary key references person (id),
  role text not null check (role in ('manager', 'auditor', 'admin')),
  granted_at text not null
) strict;

-- One row: the attempts on this device, whoever they were for, that were not taken back.
create table device_lock (
  id integer primary key check (id = 1),
  failures integer not null check (failures >= 0)
) strict;

-- One row: the recovery code, as Argon2id has it, and the attempts that failed since the last good one.
create table recovery (
  id integer primary key check (id = 1),
  hash text not null,
  made_at text not null,
  failures integer not null default 0 check (failures >= 0)
) strict;
