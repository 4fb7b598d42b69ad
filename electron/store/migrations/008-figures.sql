-- The figures of each day, counted in the transaction of what they are of: the sessions that opened on it, and what was
-- scheduled for it, as core/figures/piece.ts has them.
create table figures (
  day text not null check (day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  part text not null check (part in ('sessions', 'schedule')),
  pieces blob not null,
  -- Whose pieces they are, in their order, with a space between.
  ids text not null,
  primary key (day, part)
) strict;

-- The numbers that stand in them for words: none is given twice, and none is taken back.
create table figures_word (
  id integer primary key check (id > 0),
  kind text not null check (kind in ('kind', 'urgency', 'place', 'unit', 'role')),
  word text not null,
  unique (kind, word)
) strict;

-- One row: by which rules they were counted.
create table figures_rules (
  id integer primary key check (id = 1),
  counted_by integer not null
) strict;

-- What has to be counted again before they hold: at the end of the transaction that changed it, or `late`, in its turn,
-- where there is much. Whoever reads figures counts it by itself.
create table figures_due (
  day text not null,
  part text not null check (part in ('sessions', 'schedule')),
  id text not null,
  late integer not null check (late in (0, 1)),
  primary key (day, part, id)
) strict, without rowid;
create index figures_due_now on figures_due (day, part, id) where late = 0;

-- Whether anything happened that is not invented is asked with all figures.
create index session_that_happened on session (id) where simulated = 0;

-- A scheduled session is of the unit that its place belonged to when it was put on the schedule.
alter table scheduled_session add column unit_id text references unit (id);
update scheduled_session set unit_id = (select unit_id from place where id = place_id);
create trigger scheduled_unit after insert on scheduled_session when new.unit_id is null
begin
  update scheduled_session set unit_id = (select unit_id from place where id = new.place_id) where id = new.id;
end;
create trigger scheduled_elsewhere after update of place_id on scheduled_session when old.place_id <> new.place_id
begin
  update scheduled_session set unit_id = (select unit_id from place where id = new.place_id) where id = new.id;
end;

-- Whoever changes what a figure is counted from, it is due.
create trigger figures_session_new after insert on session
begin
  insert into figures_due (day, part, id, late) values (substr(new.opened_at, 1, 10), 'sessions', new.id, 0)
    on conflict (day, part, id) do update set late = 0;
  insert into figures_due (day, part, id, late)
    select date, 'schedule', id, 0 from scheduled_session where id = new.scheduled_id
    on conflict (day, part, id) do update set late = 0;
end;
create trigger figures_session_gone after delete on session
begin
  insert into figures_due (day, part, id, late) values (substr(old.opened_at, 1, 10), 'sessions', old.id, 0)
    on conflict (day, part, id) do update set late = 0;
  insert into figures_due (day, part, id, late)
    select date, 'schedule', id, 0 from scheduled_session where id = old.scheduled_id
    on conflict (day, part, id) do update set late = 0;
end;
create trigger figures_session_changed
after update of kind, place_id, unit_id, scheduled_id, urgency, opened_at, simulated on session
when old.kind <> new.kind or old.place_id <> new.place_id or old.unit_id <> new.unit_id
  or old.scheduled_id is not new.scheduled_id or old.urgency <> new.urgency or old.opened_at <> new.opened_at
  or old.simulated <> new.simulated
begin
  insert into figures_due (day, part, id, late)
    select substr(at, 1, 10), 'sessions', new.id, 0 from (select old.opened_at as at union select new.opened_at)
    where true on conflict (day, part, id) do update set late = 0;
  insert into figures_due (day, part, id, late)
    select date, 'schedule', id, 0 from scheduled_session where id in (old.scheduled_id, new.scheduled_id)
    on conflict (day, part, id) do update set late = 0;
end;

create trigger figures_participant_new after insert on participant
begin
  insert into figures_due (day, part, id, late)
    select substr(opened_at, 1, 10), 'sessions', id, 0 from session where id = new.session_id
    on conflict (day, part, id) do update set late = 0;
end;
create trigger figures_participant_gone after delete on participant
begin
  insert into figures_due (day, part, id, late)
    select substr(opened_at, 1, 10), 'sessions', id, 0 from session where id = old.session_id
    on conflict (day, part, id) do update set late = 0;
end;
create trigger figures_participant_changed
after update of person_id, role, learner, required, part, left_at, met_before, mistake on participant
when old.person_id <> new.person_id or old.role <> new.role or old.learner <> new.learner
  or old.required <> new.required or old.part is not new.part or (old.left_at is null) <> (new.left_at is null)
  or old.met_before <> new.met_before or old.mistake <> new.mistake
begin
  insert into figures_due (day, part, id, late)
    select substr(opened_at, 1, 10), 'sessions', id, 0 from session where id = new.session_id
    on conflict (day, part, id) do update set late = 0;
end;

create trigger figures_round_new after insert on round
begin
  insert into figures_due (day, part, id, late)
    select substr(opened_at, 1, 10), 'sessions', id, 0 from session where id = new.session_id
    on conflict (day, part, id) do update set late = 0;
  insert into figures_due (day, part, id, late)
    select date, 'schedule', id, 0 from scheduled_session
    where new.ended_at is not null and id = (select scheduled_id from session where id = new.session_id)
    on conflict (day, part, id) do update set late = 0;
end;
create trigger figures_round_gone after delete on round
begin
  insert into figures_due (day, part, id, late)
    select substr(opened_at, 1, 10), 'sessions', id, 0 from session where id = old.session_id
    on conflict (day, part, id) do update set late = 0;
  insert into figures_due (day, part, id, late)
    select date, 'schedule', id, 0 from scheduled_session
    where old.ended_at is not null and id = (select scheduled_id from session where id = old.session_id)
    on conflict (day, part, id) do update set late = 0;
end;
create trigger figures_round_changed
after update of kind, ended_at, outcome, before_sedation, recall, seconds, left_out on round
when old.kind <> new.kind or old.outcome is not new.outcome or old.before_sedation is not new.before_sedation
  or old.recall is not new.recall or old.seconds is not new.seconds or old.left_out is not new.left_out
begin
  insert into figures_due (day, part, id, late)
    select substr(opened_at, 1, 10), 'sessions', id, 0 from session where id = new.session_id
    on conflict (day, part, id) do update set late = 0;
  insert into figures_due (day, part, id, late)
    select date, 'schedule', id, 0 from scheduled_session
    where (old.outcome is null) <> (new.outcome is null)
      and id = (select scheduled_id from session where id = new.session_id)
    on conflict (day, part, id) do update set late = 0;
end;

create trigger figures_introduction_new after insert on introduction
begin
  insert into figures_due (day, part, id, late)
    select substr(session.opened_at, 1, 10), 'sessions', session.id, 0
    from round join session on session.id = session_id where round.id = new.round_id
    on conflict (day, part, id) do update set late = 0;
end;
create trigger figures_introduction_gone after delete on introduction
begin
  insert into figures_due (day, part, id, late)
    select substr(session.opened_at, 1, 10), 'sessions', session.id, 0
    from round join session on session.id = session_id where round.id = old.round_id
    on conflict (day, part, id) do update set late = 0;
end;
create trigger figures_introduction_changed after update of status, method, reason, seconds on introduction
when old.status is not new.status or old.method is not new.method or old.reason is not new.reason
  or old.seconds is not new.seconds
begin
  insert into figures_due (day, part, id, late)
    select substr(session.opened_at, 1, 10), 'sessions', session.id, 0
    from round join session on session.id = session_id where round.id = new.round_id
    on conflict (day, part, id) do update set late = 0;
end;

create trigger figures_schedule_new after insert on scheduled_session
begin
  insert into figures_due (day, part, id, late) values (new.date, 'schedule', new.id, 0)
    on conflict (day, part, id) do update set late = 0;
  insert into figures_due (day, part, id, late)
    select substr(opened_at, 1, 10), 'sessions', id, 0 from session where scheduled_id = new.id
    on conflict (day, part, id) do update set late = 0;
end;
create trigger figures_schedule_gone after delete on scheduled_session
begin
  insert into figures_due (day, part, id, late) values (old.date, 'schedule', old.id, 0)
    on conflict (day, part, id) do update set late = 0;
  insert into figures_due (day, part, id, late)
    select substr(opened_at, 1, 10), 'sessions', id, 0 from session where scheduled_id = old.id
    on conflict (day, part, id) do update set late = 0;
end;
create trigger figures_schedule_changed
after update of id, place_id, unit_id, date, time, kind, urgency, lead_id, team on scheduled_session
begin
  insert into figures_due (day, part, id, late) values (old.date, 'schedule', old.id, 0), (new.date, 'schedule', new.id, 0)
    on conflict (day, part, id) do update set late = 0;
  insert into figures_due (day, part, id, late)
    select substr(opened_at, 1, 10), 'sessions', id, 0 from session
    where old.id <> new.id and scheduled_id in (old.id, new.id)
    on conflict (day, part, id) do update set late = 0;
end;

-- What people of the demo team are in is invented.
create trigger figures_demo_begins after insert on person when new.origin = 'demo'
begin
  insert into figures_due (day, part, id, late)
    select substr(opened_at, 1, 10), 'sessions', session.id, 0
    from participant join session on session.id = session_id where person_id = new.id
    on conflict (day, part, id) do update set late = 0;
  insert into figures_due (day, part, id, late)
    select date, 'schedule', id, 0 from scheduled_session where lead_id = new.id or instr(team, new.id) > 0
    on conflict (day, part, id) do update set late = 0;
end;
create trigger figures_demo_ends after delete on person when old.origin = 'demo'
begin
  insert into figures_due (day, part, id, late)
    select substr(opened_at, 1, 10), 'sessions', session.id, 0
    from participant join session on session.id = session_id where person_id = old.id
    on conflict (day, part, id) do update set late = 0;
  insert into figures_due (day, part, id, late)
    select date, 'schedule', id, 0 from scheduled_session where lead_id = old.id or instr(team, old.id) > 0
    on conflict (day, part, id) do update set late = 0;
end;
create trigger figures_demo_changed after update of origin on person
when (old.origin = 'demo') <> (new.origin = 'demo')
begin
  insert into figures_due (day, part, id, late)
    select substr(opened_at, 1, 10), 'sessions', session.id, 0
    from participant join session on session.id = session_id where person_id = new.id
    on conflict (day, part, id) do update set late = 0;
  insert into figures_due (day, part, id, late)
    select date, 'schedule', id, 0 from scheduled_session where lead_id = new.id or instr(team, new.id) > 0
    on conflict (day, part, id) do update set late = 0;
end;
