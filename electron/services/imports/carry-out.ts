import type { Actor } from '../../../core/log/entry.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { wallTime } from '../../log/clock.ts';
import { commit } from '../../log/commit.ts';
import { record } from '../../log/record.ts';
import { takeOver } from '../../store/arriving.ts';
import {
  countImportChanges,
  dropSomeChanges,
  dropUnfinished,
  finishImport,
  putImport,
  putImportChange,
} from '../../store/imports.ts';
import type { Writer } from '../../store/open.ts';
import { dropUnusedPhotos } from '../../store/own-card.ts';
import { hasPhoto, putPhoto } from '../../store/people.ts';
import { badgeHolder } from '../../store/people-changes.ts';
import { withdrawFromLeft } from '../access/holders.ts';
import { leaveDemo } from '../demo.ts';
import type { Device } from '../device.ts';
import type { Photo } from '../photos.ts';
import { eraseDropped } from '../sessions.ts';
import { gather } from './gather.ts';
import { aMoment } from './moment.ts';
import { type Prepared, partsOf } from './part.ts';
import { countsOf, type ImportCounts, type ImportPlan, standOf } from './plan.ts';
import { forgetOldImports, type HolderOf } from './remembered.ts';

/** Whether errors stand in the way of a plan; those of single rows can be passed over, which leaves these rows out. */
export const isBlocked = ({ problems, refused }: ImportPlan, skipProblems: boolean): boolean =>
  refused || (!skipProblems && problems.some(({ severity }) => severity === 'error'));

/** A plan that is to be carried out, wherever it is kept. */
export interface PreparedImport extends Prepared {
  counts: ImportCounts;
  /** SHA-256 of the file, in hex. */
  digest: string;
  photos: readonly Photo[];
}

export interface By {
  actor: Actor;
  /** That of the tap; a command has none. */
  id?: string;
  /** What the files are called. */
  files?: readonly string[];
}

/** A plan that was made in this thread. */
const preparedHere = (device: Device, plan: ImportPlan): PreparedImport => {
  const holderOf: HolderOf = (hash) => badgeHolder.get(device.db, { hash })?.person ?? null;
  const part = partsOf(plan, holderOf);
  return {
    ...countsOf(plan),
    ...{ items: countsOf(plan).people, digest: plan.digest, photos: plan.photos },
    stand: async () => standOf(device, plan),
    part: async (from, count) => part(from, count),
  };
};

/**
 * Carries a plan out in one transaction with its log entry; what it is put back by is written before, and counts once that
 * is done. Refuses one with errors, unless they are to be passed over, and one made before somebody else changed the people
 * here: then it must be made, and looked at, again.
 */
export const carryOutImport = async (
  device: Device,
  plan: ImportPlan,
  { skipProblems, ...by }: By & { skipProblems: boolean },
): Promise<Result<null, 'has-errors' | 'changed-meanwhile'>> =>
  isBlocked(plan, skipProblems)
    ? refuse('has-errors')
    : carryOutPrepared(device, preparedHere(device, plan), by);

/** The same of a plan without errors that may be kept elsewhere. */
export const carryOutPrepared = async (
  device: Device,
  prepared: PreparedImport,
  { actor, id = device.newId(), files = [] }: By,
): Promise<Result<null, 'changed-meanwhile'>> => {
  const { counts, digest, photos } = prepared;
  const { leftOut: _, ...told } = counts;
  const event = { type: 'people-imported' as const, ids: {}, data: { ...told, digest } };
  const done = await gather(device, async () => {
    await forgetOldImports(device);
    return {
      prepared,
      bring: () => putPhotos(device, photos),
      remember: {
        begin: (db) =>
          putImport(db, {
            ...{ id, what: 'people', at: wallTime(device.clock.now()), is_done: 0 },
            ...{ files: JSON.stringify(files), counts: JSON.stringify(counts) },
            by_person: actor.kind === 'signed-in' ? actor.person : null,
          }),
        keep: (db, rows) => {
          for (const row of rows) putImportChange(db, { import: id, ...row });
        },
      },
      take: (isStill) =>
        commit(device, () => {
          const isKept = countImportChanges.get(device.db, { import: id })?.count === prepared.people;
          if (!isKept || !isStill(device.db)) return null;
          const at = wallTime(device.clock.now());
          if (counts.added > 0) leaveDemo(device, actor);
          record(device, { id, actor, events: [event] }, (db) => {
            finishImport(db, { id, at });
            for (const photo of missingOf(db, photos)) putPhoto(db, photo);
            takeOver(db, at);
          });
          withdrawFromLeft(device, actor);
          return true;
        }),
      undo: async () => {
        await dropPrepared(device, id);
        if (photos.length > 0) forgetPhotos(device);
      },
    };
  });
  return done.ok ? ok(null) : done;
};

/** Photos that nobody has yet; what somebody else’s change takes away again meanwhile is put there once more at the end. */
const putPhotos = async (device: Device, photos: readonly Photo[]): Promise<void> => {
  for (const { hash, bytes } of missingOf(device.db, photos)) {
    commit(device, (db) => putPhoto(db, { hash, bytes }), { wasKept: () => false });
    await aMoment();
  }
};

const missingOf = (db: Writer, photos: readonly Photo[]): Pick<Photo, 'hash' | 'bytes'>[] =>
  photos.flatMap(({ hash, bytes }) => (hasPhoto.get(db, { hash }) === undefined ? [{ hash, bytes }] : []));

/** Photos that were brought for nothing. */
const forgetPhotos = (device: Device): void => {
  if (commit(device, (db) => dropUnusedPhotos(db, {}), { wasKept: () => false }) > 0) eraseDropped(device);
};

/** So many at a time: a tap that comes meanwhile waits for them. */
const atOnce = 500;

const dropPrepared = async (device: Device, id: string): Promise<void> => {
  const wasKept = (): boolean => false;
  const some = (db: Writer): number => dropSomeChanges(db, { import: id, most: atOnce });
  while (commit(device, some, { wasKept }) === atOnce) await aMoment();
  commit(device, (db) => dropUnfinished(db, { id }), { wasKept });
};
