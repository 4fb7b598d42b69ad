import type { Piece } from '../../core/figures/piece.ts';
import type { DayPart } from '../../core/figures/tally.ts';
import type { Case } from '../../core/rates/case.ts';
import { casesOf, coverage } from '../../core/rates/cases.ts';
import { countedSession } from './counted.ts';
import type { Reader } from './open.ts';
import {
  type ScheduledToCount,
  type SessionToCount,
  scheduledOneToCount,
  sessionToCount,
} from './reports.ts';

/** What a session is in the figures. Throws a Problem where the tables lack what a figure needs. */
const pieceOfSession = (db: Reader, row: SessionToCount): Piece => {
  const { kind, urgency, place, unit, opened } = row;
  const site = { shifts: [], isScheduled: () => row.known === 1 };
  return {
    ...{ kind, urgency, place, unit, invented: row.invented === 1, time: opened.slice(11, 16) },
    cases: casesOf(countedSession(db, row), site),
  };
};

/** What a scheduled session is in them, once its day is over. */
const pieceOfScheduled = (row: ScheduledToCount): Piece => {
  const { day, time, kind, urgency, place, unit } = row;
  const counting = coverage({ opened: row.opened === 1, held: row.held === 1 });
  const where = { day, shift: '', kind, urgency, place, unit };
  const cases: Case[] = [{ where, role: null, learner: null, figure: 'coverage', counting }];
  return { kind, urgency, place, unit, invented: row.invented === 1, time, cases };
};

/** Of a session or a scheduled one; null where there is none by this id on this day. Throws as `pieceOfSession`. */
export const pieceOf = (
  db: Reader,
  { day, part, id }: { day: string; part: DayPart; id: string },
): Piece | null => {
  if (part === 'schedule') {
    const row = scheduledOneToCount.get(db, { id });
    return row === undefined || row.day !== day ? null : pieceOfScheduled(row);
  }
  const row = sessionToCount.get(db, { id });
  return row === undefined || row.opened.slice(0, 10) !== day ? null : pieceOfSession(db, row);
};
