-- From the log: what somebody looks for in a session, as bits in the order of core/timeline/marks.ts: absent 1, skipped 2,
-- declined 4, unable 8, already-known 16, without-status 32, attested-only 64, not-held 128, postponed 256,
-- after-sedation 512, recall-wrong 1024, corrected 2048.
alter table session add column marks integer not null default 0 check (marks >= 0);

update session set marks = marks | found.bits
from (
  select session_id,
    max(ifnull(status = 'absent', 0)) | max(ifnull(status = 'skipped', 0)) * 2
    | max(ifnull(status = 'declined', 0)) * 4 | max(ifnull(status = 'unable', 0)) * 8
    | max(ifnull(status = 'already-known', 0)) * 16
    | (max(method is not null) and max(ifnull(method <> 'attested', 0)) = 0) * 64 as bits
  from round join introduction on round_id = round.id group by session_id
) as found
where found.session_id = session.id;

update session set marks = marks | found.bits
from (
  select session_id,
    max(ifnull(outcome = 'declined', 0)) * 4 | max(ifnull(outcome = 'unable', 0)) * 8
    | max(ifnull(outcome in ('completed', 'stopped') and left_out <> '[]', 0)) * 32
    | max(ifnull(outcome = 'postponed', 0)) * 256 | max(ifnull(before_sedation = 0, 0)) * 512
    | max(ifnull(recall = 0, 0)) * 1024 as bits
  from round group by session_id
) as found
where found.session_id = session.id;

update session set marks = marks | 128
where closed_at is not null
  and not exists (select 1 from round where session_id = session.id and ended_at is not null);

update session set marks = marks | 2048
where exists (
  select 1 from entry where session_id = session.id and instr(cast(bytes as text), '"corrects":"') > 0
);

-- All that sessions are found by: a list of them is made, and counted, without looking at one that is not in it.
create index session_to_find on session (opened_at, id, place_id, unit_id, kind, urgency, marks);
create index session_by_place on session (place_id);
drop index session_by_scheduled;
create index session_of_scheduled on session (scheduled_id, marks) where scheduled_id is not null;
create index scheduled_by_date on scheduled_session (date, time, id, place_id, kind, urgency);

-- Where in the log a day begins: each entry that is of another day than the one before. Clocks are set back, so a day may
-- begin more than once.
create table day_begun (
  seq integer primary key check (seq > 0),
  day text not null check (day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) strict;
create index day_begun_by_day on day_begun (day);
insert into day_begun (seq, day)
select seq, day from (
  select seq, substr(at, 1, 10) as day, lag(substr(at, 1, 10)) over (order by seq) as before from entry
) where before is null or day <> before;

-- The log, by what is not about any session, and by what seldom happens in one.
create index entry_beside_sessions on entry (seq) where session_id is null;
create index entry_seldom on entry (type, seq) where type in (
  'session-changed', 'participant-left', 'participant-returned', 'participant-recognised', 'round-extended',
  'introduction-withdrawn', 'round-reopened', 'recall-answered'
);
