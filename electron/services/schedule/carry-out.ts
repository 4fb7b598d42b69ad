import type { Actor } from '../../../core/log/entry.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { wallTime } from '../../log/clock.ts';
import { commit } from '../../log/commit.ts';
import { record } from '../../log/record.ts';
import { putImport, putImportChange } from '../../store/imports.ts';
import type { Writer } from '../../store/open.ts';
import {
  changeScheduled,
  putCancelled,
  putScheduled,
  putSource,
  removeCancelled,
  removeScheduled,
  type ScheduledRow,
} from '../../store/schedule.ts';
import type { Device } from '../device.ts';
import { forgetOldChanges } from '../imports/remembered.ts';
import { placeNamed } from '../places.ts';
import { basisOfSchedule, type Planned, rowOf, type SchedulePlan, type Step } from './plan.ts';

interface CarryOut {
  actor: Actor;
  skipProblems: boolean;
  /** That of the tap; a command has none. */
  id?: string;
  files?: readonly string[];
}

/** How many sessions a plan adds, changes and takes off the schedule, and how many of these too late. */
const countsOf = ({ steps }: SchedulePlan, now: string) => {
  const of = (...kinds: Step['is'][]): Step[] => steps.filter(({ is }) => kinds.includes(is));
  const cancelled = of('cancelled');
  return {
    ...{ added: of('added', 'back').length, changed: of('changed').length, cancelled: cancelled.length },
    late: cancelled.filter(({ before }) => before !== null && isLate(before, now)).length,
  };
};

/** The same as it is at this moment. */
export const countsNow = (device: Device, plan: SchedulePlan) => countsOf(plan, wallTime(device.clock.now()));

/** Whether a session should have begun; `now` is wall time. */
export const isLate = ({ date, time }: Pick<ScheduledRow, 'date' | 'time'>, now: string): boolean =>
  `${date}T${time}` <= now.slice(0, 16);

/**
 * Carries a plan out in one transaction with its log entry and with what it is put back by. Refuses a plan with errors,
 * unless they are to be passed over, and one made before the schedule or the people were changed.
 */
export const carryOutSchedule = (
  device: Device,
  plan: SchedulePlan,
  { actor, skipProblems, id = device.newId(), files = [] }: CarryOut,
): Result<null, 'has-errors' | 'changed-meanwhile'> => {
  const { sessions, steps, problems, refused, digest, basis } = plan;
  if (refused || (!skipProblems && problems.some(({ severity }) => severity === 'error')))
    return refuse('has-errors');
  const at = wallTime(device.clock.now());
  const counts = countsOf(plan, at);
  const data = { sessions: sessions.length, digest, ...counts };
  const event = { type: 'schedule-imported' as const, ids: {}, data };
  const isDone = commit(device, () => {
    if (basisOfSchedule(device.db) !== basis) return false;
    record(device, { id, actor, events: [event] }, (db) => {
      forgetOldChanges(db, device);
      putImport(db, {
        ...{ id, what: 'schedule', at, files: JSON.stringify(files), counts: JSON.stringify(counts) },
        by_person: actor.kind === 'signed-in' ? actor.person : null,
        is_done: 1,
      });
      for (const step of steps) {
        const after = take(device, db, step, at);
        if (step.is === 'unchanged' || step.is === 'held') continue;
        const before = step.is === 'back' ? null : step.before;
        putImportChange(db, {
          ...{ import: id, item: step.id, photo: null },
          before: before === null ? null : JSON.stringify(before),
          after: after === null ? null : JSON.stringify(after),
        });
      }
    });
    return true;
  });
  if (!isDone) return refuse('changed-meanwhile');
  device.live.changed();
  return ok(null);
};

/** Does one step; gives the session as it is then, null for one that is off. */
const take = (device: Device, db: Writer, step: Step, at: string): ScheduledRow | null => {
  if (step.is === 'cancelled') {
    const { before, why } = step;
    putCancelled(db, { ...before, why, cancelled_at: at, late: isLate(before, at) ? 1 : 0 });
    removeScheduled(db, { id: step.id });
    return null;
  }
  const { id, session, is } = step;
  for (const { hash, type } of session.sources) putSource(db, { hash, type, scheduled: id });
  if (is === 'unchanged' || is === 'held') return null;
  const row = rowOf(id, session, placeFor(device, db, session));
  if (is === 'changed') {
    changeScheduled(db, row);
    return row;
  }
  removeCancelled(db, { id });
  const { place_id: place, lead_id: lead, ...rest } = row;
  putScheduled(db, { ...rest, place, lead });
  return row;
};

const placeFor = (device: Device, db: Writer, { place, unit }: Planned): string =>
  placeNamed(db, { name: place, unit }, device.newId).id;
