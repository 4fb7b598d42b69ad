import type { Actor } from '../../../core/log/entry.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { wallTime } from '../../log/clock.ts';
import { commit } from '../../log/commit.ts';
import { record } from '../../log/record.ts';
import { dropUnusedPhotos } from '../../store/own-card.ts';
import { putBadge, putPerson, putPhoto } from '../../store/people.ts';
import { putIdentifier, putStanding, retirePerson } from '../../store/roster.ts';
import { withdrawFromLeft } from '../access/holders.ts';
import { leaveDemo } from '../demo.ts';
import type { Device } from '../device.ts';
import { eraseDropped } from '../sessions.ts';
import { basisOf, type ImportPlan } from './plan.ts';

/** Whether errors stand in the way of a plan; those of single rows can be passed over, which leaves these rows out. */
export const isBlocked = ({ problems, refused }: ImportPlan, skipProblems: boolean): boolean =>
  refused || (!skipProblems && problems.some(({ severity }) => severity === 'error'));

/**
 * Carries a plan out in one transaction with its log entry. Refuses one with errors, unless they are to be passed over,
 * and one made before somebody else changed the people here: then it must be made, and looked at, again.
 */
export const carryOutImport = (
  device: Device,
  plan: ImportPlan,
  { actor, skipProblems }: { actor: Actor; skipProblems: boolean },
): Result<null, 'has-errors' | 'changed-meanwhile'> => {
  if (isBlocked(plan, skipProblems)) return refuse('has-errors');
  const { added, changed, retired, skipped, photos, digest, basis } = plan;
  const data = {
    ...{ added: added.length, changed: changed.length, skipped },
    ...{ retired: retired.length, digest },
  };
  const event = { type: 'people-imported' as const, ids: {}, data };
  const at = wallTime(device.clock.now());
  let gone = false;
  const isDone = commit(device, () => {
    if (basisOf(device.db) !== basis) return false;
    if (added.length > 0) leaveDemo(device, actor);
    record(device, { id: device.newId(), actor, events: [event] }, (db) => {
      for (const { hash, bytes } of photos) putPhoto(db, { hash, bytes });
      for (const { row, badges, identifiers, onLeave } of [...added, ...changed]) {
        putPerson(db, { ...row, at });
        putStanding(db, { id: row.id, onLeave: onLeave ? 1 : 0 });
        for (const hash of badges) putBadge(db, { hash, person: row.id });
        for (const { hash, system } of identifiers) putIdentifier(db, { hash, system, person: row.id });
      }
      for (const { id } of retired) retirePerson(db, { id, at });
      gone = dropUnusedPhotos(db, {}) > 0;
    });
    withdrawFromLeft(device, actor);
    return true;
  });
  if (!isDone) return refuse('changed-meanwhile');
  if (gone) eraseDropped(device);
  return ok(null);
};
