import { wholeName } from '../../../core/names.ts';
import { daysAfter } from '../../../core/people/photo-age.ts';
import type { ScheduleDay, ScheduledSession } from '../../../core/schedule-view.ts';
import { wallTime } from '../../log/clock.ts';
import { managedPerson } from '../../store/people-changes.ts';
import { allPlaces, cancelledBetween, type ScheduledRow, scheduledBetween } from '../../store/schedule.ts';
import type { Device } from '../device.ts';
import { rosterCard } from '../people/file.ts';
import { isLate } from './carry-out.ts';
import { plannedIn } from './planned.ts';

/** A day of the schedule, today where none is named, with its week: what is planned, was held, missed and cancelled. */
export const scheduleDay = (device: Device, wanted: string | null): ScheduleDay => {
  const now = wallTime(device.clock.now());
  const today = now.slice(0, 10);
  const day = wanted ?? today;
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const days = Array.from({ length: 7 }, (_, at) => daysAfter(day, at - weekday));
  const [from = day, to = day] = [days[0], days[6]];
  const all = scheduledBetween.all(device.db, { from, to });
  const session = (
    row: ScheduledRow,
    stands: Pick<ScheduledSession, 'is' | 'why'>,
  ): readonly ScheduledSession[] => {
    const planned = plannedIn(row);
    const { id, place_id: place, date, time, lead_id: lead } = row;
    return planned === null ? [] : [{ id, place, date, time, lead, ...planned, ...stands }];
  };
  const sessions: ScheduledSession[] = [
    ...all
      .filter(({ date }) => date === day)
      .flatMap((row) =>
        session(row, { is: row.held === 1 ? 'held' : isLate(row, now) ? 'missed' : 'to-come', why: null }),
      ),
    ...cancelledBetween
      .all(device.db, { from: day, to: day })
      .flatMap((row) => session(row, { is: row.late === 1 ? 'cancelled-late' : 'cancelled', why: row.why })),
  ];
  const ids = new Set(
    sessions.flatMap(({ lead, team }) => [
      ...(lead === null ? [] : [lead]),
      ...team.map(({ person }) => person),
    ]),
  );
  return {
    ...{ day, today, sessions: sessions.sort((one, other) => (one.time < other.time ? -1 : 1)) },
    places: allPlaces.all(device.db, {}),
    people: Object.fromEntries(
      [...ids].flatMap((id) => {
        const row = managedPerson.get(device.db, { id });
        return row === undefined ? [] : [[id, wholeName(rosterCard(row))]];
      }),
    ),
    week: days.map((one) => {
      const ofDay = all.filter(({ date }) => date === one);
      const due = ofDay.filter((row) => row.held === 1 || isLate(row, now));
      return {
        day: one,
        scheduled: ofDay.length,
        due: due.length,
        held: ofDay.filter(({ held }) => held === 1).length,
      };
    }),
  };
};
