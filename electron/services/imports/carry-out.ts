import type { Actor } from '../../../core/log/entry.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { wallTime } from '../../log/clock.ts';
import { commit } from '../../log/commit.ts';
import { record } from '../../log/record.ts';
import { dropUnusedPhotos } from '../../store/own-card.ts';
import { putBadge, putPerson, putPhoto } from '../../store/people.ts';
import { leaveDemo } from '../demo.ts';
import type { Device } from '../device.ts';
import { eraseDropped } from '../sessions.ts';
import type { ImportPlan } from './plan.ts';

/** Whether errors stand in the way of a plan; those of single rows can be passed over, which leaves these rows out. */
export const isBlocked = ({ problems, refused }: ImportPlan, skipProblems: boolean): boolean =>
  refused || (!skipProblems && problems.some(({ severity }) => severity === 'error'));

/** Carries a plan out in one transaction with its log entry. Refuses one with errors, unless they are to be passed over. */
export const carryOutImport = (
  device: Device,
  plan: ImportPlan,
  { actor, skipProblems }: { actor: Actor; skipProblems: boolean },
): Result<null, 'has-errors'> => {
  if (isBlocked(plan, skipProblems)) return refuse('has-errors');
  const { added, changed, skipped, photos, digest } = plan;
  const data = { added: added.length, changed: changed.length, skipped, digest };
  const event = { type: 'people-imported' as const, ids: {}, data };
  const at = wallTime(device.clock.now());
  let gone = false;
  commit(device, () => {
    if (added.length > 0) leaveDemo(device, actor);
    record(device, { id: device.newId(), actor, events: [event] }, (db) => {
      for (const { hash, bytes } of photos) putPhoto(db, { hash, bytes });
      for (const { row, badges } of [...added, ...changed]) {
        putPerson(db, { ...row, at });
        for (const hash of badges) putBadge(db, { hash, person: row.id });
      }
      gone = dropUnusedPhotos(db, {}) > 0;
    });
  });
  if (gone) eraseDropped(device);
  return ok(null);
};
