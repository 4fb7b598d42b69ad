import { Breakdown, type Dimension } from '../../../core/rates/breakdown.ts';
import { casesOf, casesOfScheduled } from '../../../core/rates/cases.ts';
import type { SessionKind, Urgency } from '../../../core/session/words.ts';
import { countedSession } from '../../store/counted.ts';
import type { Reader } from '../../store/open.ts';
import { scheduledToCount, sessionsToCount } from '../../store/reports.ts';

/** What a report is asked for. */
export interface Asked {
  /** Days of the wall clock, YYYY-MM-DD, both included. */
  from: string;
  to: string;
  by: Dimension | null;
  /** Whether it is of what a simulation and the demo team did, which is never counted with what happened. */
  invented: boolean;
}

export interface Counts {
  breakdown: Breakdown;
  /** Sessions that were counted, and those that were not, being invented, or real where that is asked for. */
  sessions: number;
  leftOut: number;
  /** The sessions that nobody opened, in order. */
  missing: MissingSession[];
}

interface MissingSession {
  id: string;
  date: string;
  time: string;
  place: string;
  unit: string;
  kind: SessionKind;
  urgency: Urgency;
}

/**
 * Counts the sessions that opened on these days and what was scheduled for them, one after the other: what it takes does
 * not grow with how many they are. `today` is the day that is not over yet; `shifts` are the times at which shifts end.
 * Throws a Problem where the tables lack what a figure needs.
 */
export const count = (
  db: Reader,
  { from, to, by, invented }: Asked,
  { shifts, today }: { shifts: readonly string[]; today: string },
): Counts => {
  const counts: Counts = { breakdown: new Breakdown(by), sessions: 0, leftOut: 0, missing: [] };
  for (const row of sessionsToCount.iterate(db, { from, to })) {
    if ((row.invented === 1) !== invented) {
      counts.leftOut += 1;
      continue;
    }
    counts.sessions += 1;
    const session = countedSession(db, row);
    const site = { shifts, isScheduled: () => row.known === 1 };
    for (const one of casesOf(session, site)) counts.breakdown.add(one);
  }
  for (const row of scheduledToCount.iterate(db, { from, to })) {
    if ((row.invented === 1) !== invented) continue;
    const { id, day, time, place, unit, kind, urgency } = row;
    const scheduled = {
      day,
      time,
      place,
      unit,
      kind,
      urgency,
      opened: row.opened === 1,
      held: row.held === 1,
    };
    for (const one of casesOfScheduled(scheduled, shifts, today)) counts.breakdown.add(one);
    if (!scheduled.opened && day < today)
      counts.missing.push({ id, date: day, time, place, unit, kind, urgency });
  }
  return counts;
};
