import type { Actor } from '../../../core/log/entry.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { wallTime } from '../../log/clock.ts';
import { commit } from '../../log/commit.ts';
import { record } from '../../log/record.ts';
import { dropUnusedPhotos } from '../../store/own-card.ts';
import { putBadge, putPerson, putPhoto } from '../../store/people.ts';
import { badgeHolder } from '../../store/people-changes.ts';
import { putByHand, putIdentifier, putStanding, retirePerson } from '../../store/roster.ts';
import { withdrawFromLeft } from '../access/holders.ts';
import { leaveDemo } from '../demo.ts';
import type { Device } from '../device.ts';
import { eraseDropped } from '../sessions.ts';
import { basisOf, type ImportPlan } from './plan.ts';
import { forgetOldChanges, rememberPeople, undoFrom } from './remembered.ts';

/** Whether errors stand in the way of a plan; those of single rows can be passed over, which leaves these rows out. */
export const isBlocked = ({ problems, refused }: ImportPlan, skipProblems: boolean): boolean =>
  refused || (!skipProblems && problems.some(({ severity }) => severity === 'error'));

interface CarryOut {
  actor: Actor;
  skipProblems: boolean;
  /** That of the tap; a command has none. */
  id?: string;
  /** What the files are called. */
  files?: readonly string[];
}

/**
 * Carries a plan out in one transaction with its log entry and with what it is put back by. Refuses one with errors, unless
 * they are to be passed over, and one made before somebody else changed the people here: then it must be made, and
 * looked at, again.
 */
export const carryOutImport = (
  device: Device,
  plan: ImportPlan,
  { actor, skipProblems, id = device.newId(), files = [] }: CarryOut,
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
    record(device, { id, actor, events: [event] }, (db) => {
      forgetOldChanges(db, undoFrom(device));
      rememberPeople(
        db,
        plan,
        { id, at, actor, files },
        (hash) => badgeHolder.get(db, { hash })?.person ?? null,
      );
      for (const { hash, bytes } of photos) putPhoto(db, { hash, bytes });
      for (const { row, byHand, badges, identifiers, onLeave } of [...added, ...changed]) {
        putPerson(db, { ...row, at });
        putByHand(db, { id: row.id, byHand });
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
