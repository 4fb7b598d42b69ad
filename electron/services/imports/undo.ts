import type { Actor } from '../../../core/log/entry.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import type { NotPutBack, UndonePart } from '../../../core/roster/import-view.ts';
import { wallTime } from '../../log/clock.ts';
import { commit } from '../../log/commit.ts';
import { record } from '../../log/record.ts';
import { takeOver } from '../../store/arriving.ts';
import { importById, importChanges, putUndone } from '../../store/imports.ts';
import { withdrawFromLeft } from '../access/holders.ts';
import type { Device } from '../device.ts';
import { gather } from './gather.ts';
import { planUndoBeside } from './plan-beside.ts';
import { forgetOldImports, undoFrom } from './remembered.ts';
import { putSessionBack } from './undo-schedule.ts';

/** What putting an import back came to, or would. */
export interface Undone {
  putBack: number;
  /** What cannot be put back, and why. */
  kept: UndonePart[];
}

interface Undoing {
  /** The id of the tap. */
  id: string;
  /** The import. */
  of: string;
  actor: Actor;
}

/**
 * Puts back what an import changed, as another change that names it, in one transaction: of each person and session only
 * what is as the import left it. What was changed since, or has a history by now, stays and is listed. Refuses an import
 * that was put back already or is too old, and one whose people are being changed just now. Throws as `record` does.
 */
export const undoImport = async (device: Device, asked: Undoing): Promise<Result<Undone, NotPutBack>> => {
  const found = undoable(device, asked.of);
  if (!found.ok) return found;
  const done = found.value === 'people' ? await putPeopleBack(device, asked) : putScheduleBack(device, asked);
  if (!done.ok) return done;
  await forgetOldImports(device);
  device.live.changed();
  return done;
};

const eventOf = (of: string, { putBack, kept }: Undone) => ({
  ...{ type: 'import-undone' as const, ids: {} },
  data: { of, putBack, kept: kept.length },
});

const mostTries = 3;

const putPeopleBack = async (device: Device, asked: Undoing): Promise<Result<Undone, NotPutBack>> => {
  for (let tries = 1; ; tries += 1) {
    const done = await tryToPutBack(device, asked);
    if (done.ok || tries === mostTries) return done;
    // Another one may have been first.
    const found = undoable(device, asked.of);
    if (!found.ok) return found;
  }
};

const tryToPutBack = async (
  device: Device,
  { id, of, actor }: Undoing,
): Promise<Result<Undone, 'changed-meanwhile'>> => {
  const you = actor.kind === 'signed-in' ? actor.person : null;
  const planned = await planUndoBeside(device, { of, you });
  const { putBack, kept } = planned;
  const done = { putBack, kept };
  try {
    return await gather(device, () => ({
      prepared: planned,
      take: (isStill) =>
        commit(device, () => {
          if (!undoable(device, of).ok || !isStill(device.db)) return null;
          const at = wallTime(device.clock.now());
          record(device, { id, actor, events: [eventOf(of, done)] }, (db) => {
            takeOver(db, at);
            putUndone(db, { id: of, at });
          });
          withdrawFromLeft(device, actor);
          return done;
        }),
    }));
  } finally {
    planned.end();
  }
};

const putScheduleBack = (device: Device, { id, of, actor }: Undoing): Result<Undone, NotPutBack> => {
  const done = commit(device, (db): Undone => {
    const parts = importChanges.all(db, { import: of }).map((row) => putSessionBack(db, row));
    const kept = parts.filter((part) => part !== null);
    const undone = { putBack: parts.length - kept.length, kept };
    const at = wallTime(device.clock.now());
    record(device, { id, actor, events: [eventOf(of, undone)] }, () => {
      putUndone(db, { id: of, at });
    });
    return undone;
  });
  return ok(done);
};

const undoable = (device: Device, of: string): Result<'people' | 'schedule', NotPutBack> => {
  const known = importById.get(device.db, { id: of });
  if (known === undefined) return refuse('not-known');
  if (known.undone_at !== null) return refuse('was-put-back');
  return known.changes === 0 || known.at < undoFrom(device) ? refuse('too-old') : ok(known.what);
};
