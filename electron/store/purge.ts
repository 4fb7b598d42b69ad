import { lastOfDevice } from './log.ts';
import type { Reader, Writer } from './open.ts';
import { change, query } from './sql.ts';

/** Entries by number: those after the one, through the other. */
export interface Range extends Record<string, number> {
  after: number;
  through: number;
}

const first = query<{ seq: number | null }>('select min(seq) as seq from entry');

/** How many entries, from 1 on, were purged. */
export const purgedThrough = (db: Reader): number => (first.get(db, {})?.seq ?? 1) - 1;

/**
 * The last entry of which it is sure that it, and all before it, are from before the day. The clock of a device may
 * have been behind for a while, so that young entries look old: an entry counts only if no day before it in the log
 * was later than its own. Of what was purged the checkpoints tell the days.
 */
const last = query<{ seq: number | null }, { after: number; before: string }>(
  `with old as (
     select seq, substr(at, 1, 10) as day from entry
     where seq > :after and seq < ifnull(
       (select seq from entry where seq > :after and at >= :before order by seq limit 1),
       (select size + 1 from head)
     )
   )
   select max(seq) as seq from old
   where day = (select max(day) from old)
     and day >= ifnull((select max(substr(at, 1, 10)) from checkpoint where size <= :after), '')`,
);

/** The first entry of a session that does not end among these: it is open, or goes on after them. */
const cut = query<{ seq: number | null }, Range>(
  `select min(begins) as seq from (
     select session_id, min(seq) as begins, max(seq) as ends from entry
     where session_id in (
       select session_id from entry where seq > :after and seq <= :through and session_id is not null
     )
     group by session_id
   ) left join session on session.id = session_id
   where ends > :through or closed_at is null`,
);

/** The largest number, not above `through`, at which no session stands open; `after` if there is none. */
export const wholeThrough = (db: Reader, { after, through }: Range): number => {
  let end = through;
  for (;;) {
    const seq = end > after ? cut.get(db, { after, through: end })?.seq : null;
    if (typeof seq !== 'number') return end;
    end = seq - 1;
  }
};

/**
 * The last entry from before a day (YYYY-MM-DD) after which no session stands open; `after` if there is none. The
 * start of the kiosk's newest run is kept: by it the next one knows whether that run crashed.
 */
export const endBefore = (db: Reader, { after, before }: { after: number; before: string }): number => {
  const started = lastOfDevice.get(db, { type: 'kiosk-started' })?.seq ?? Number.POSITIVE_INFINITY;
  const old = last.get(db, { after, before })?.seq ?? after;
  return wholeThrough(db, { after, through: Math.min(old, started - 1) });
};

/** What there is in a range, and from which days. */
export const contentsOf = query<
  { sessions: number; introductions: number; first: string | null; last: string | null },
  Range
>(
  `select count(*) filter (where type = 'session-opened') as sessions,
     count(*) filter (where type = 'introduction-recorded') as introductions,
     min(substr(at, 1, 10)) as first, max(substr(at, 1, 10)) as last
   from entry where seq > :after and seq <= :through`,
);

const sessions = `select session_id from entry
  where seq > :after and seq <= :through and session_id is not null`;

const dropSessions = [
  `delete from introduction where round_id in (select id from round where session_id in (${sessions}))`,
  `delete from round where session_id in (${sessions})`,
  `delete from participant where session_id in (${sessions})`,
  `delete from choices where session_id in (${sessions})`,
  `delete from session where id in (${sessions})`,
].map((sql) => change<Range>(sql));

const dropEntries = change<Range>('delete from entry where seq > :after and seq <= :through');

const next = query<{ day: string }, { through: number }>(
  'select substr(at, 1, 10) as day from entry where seq > :through order by seq limit 1',
);

/** Who was typed in, is in no session that is left, and does not manage the kiosk. */
const oldVisitors = `select id from person where origin = 'visitor' and added_at < :day
  and not exists (select 1 from participant where person_id = person.id)
  and not exists (select 1 from access where person_id = person.id)
  and not exists (select 1 from badge where person_id = person.id)
  and not exists (select 1 from person as double where double.merged_into = person.id)`;

/** What is apart from the log and older than what is kept of it. What is on hold by its day stays. */
const dropOlder = [
  `delete from scheduled_session where date < :day
   and id not in (select scheduled_id from session where scheduled_id is not null)
   and not exists (select 1 from hold where released_at is null and date between from_day and to_day)`,
  `delete from cancelled_session where date < :day
   and not exists (select 1 from hold where released_at is null and date between from_day and to_day)`,
  `delete from scheduled_source where scheduled not in (select id from scheduled_session)
   and scheduled not in (select id from cancelled_session)`,
  `delete from pin where person_id in (${oldVisitors})`,
  `delete from person where id in (${oldVisitors})`,
  'delete from hold where released_at < :day',
].map((sql) => change<{ day: string }>(sql));

/**
 * Deletes the entries of a range, which must begin where the last purge ended and cut no session, within a
 * transaction: with them their sessions, and what of schedules, visitors and released holds is older both than the
 * day and than what is kept. Hashes stay. Pages are overwritten as they are freed (secure_delete). Gives how many
 * entries it deleted.
 */
export const dropRange = (db: Writer, range: Range, before: string): number => {
  for (const drop of dropSessions) drop(db, range);
  const count = dropEntries(db, range);
  const kept = next.get(db, { through: range.through })?.day ?? before;
  for (const drop of dropOlder) drop(db, { day: kept < before ? kept : before });
  return count;
};
