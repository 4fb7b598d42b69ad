-- From the log: the participants who were here and had no status when the round ended, while it is over; and whether
-- somebody only came in by mistake. A round that an older version ended has null until it is completed from the log.
alter table round add column left_out text check (json_valid(left_out));
alter table participant add column mistake integer not null default 0 check (mistake in (0, 1));
create index round_to_complete on round (session_id) where ended_at is not null and left_out is null;

-- Coverage asks of each scheduled session whether one was opened for it.
create index session_by_scheduled on session (scheduled_id) where scheduled_id is not null;
