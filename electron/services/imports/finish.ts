import * as z from 'zod';
import { ok, type Result, refuse } from '../../../core/result.ts';
import type { ImportDone, NotPutBack, PastImport, UndonePart } from '../../../core/roster/import-view.ts';
import { recordedFor } from '../../log/commit.ts';
import { type ImportRow, importById, lastImports } from '../../store/imports.ts';
import { actorOf, type SignedIn } from '../access/session.ts';
import type { Device } from '../device.ts';
import { cardsOf } from '../people.ts';
import { carryOutSchedule } from '../schedule/carry-out.ts';
import { carryOutPrepared } from './carry-out.ts';
import { type Draft, draftOf, dropDraft, photosOf } from './drafts.ts';
import { undoFrom } from './remembered.ts';
import { undoImport } from './undo.ts';

export type NotCarriedOut = 'not-this-plan' | 'undecided' | 'has-errors' | 'changed-meanwhile';

interface CarryOut {
  /** The id of the tap, which becomes that of the import. */
  id: string;
  plan: string;
  /** Whether rows with problems are left out. */
  skipProblems: boolean;
}

const counts = z.record(z.string(), z.number());

const doneOf = ({ id, counts: text }: ImportRow): ImportDone => ({
  import: id,
  counts: counts.parse(JSON.parse(text)),
});

/** What the tap of this id came to before, if it came to anything. */
export const doneBefore = (device: Device, id: string): ImportDone | null => {
  const row = recordedFor(device, id) === undefined ? undefined : importById.get(device.db, { id });
  return row === undefined ? null : doneOf(row);
};

/**
 * Carries out what was planned of a draft, whole or not at all, and lets go of it. The same tap counts once. Refuses another
 * plan than the one that was looked at, one with conflicts that nobody decided, one that is not of today any more, and one
 * that was left, or is planned anew, before it was done.
 */
export const carryOutDraft = async (
  device: Device,
  signedIn: SignedIn,
  draft: Draft,
  asked: CarryOut,
): Promise<Result<ImportDone, NotCarriedOut>> => {
  const { planned, carrying } = draft;
  if (planned === null || planned.id !== asked.plan) return refuse('not-this-plan');
  // The same tap again waits for what it asked for; another one finds that it was carried out.
  if (carrying !== null) {
    await carrying.done;
    const before = carrying.id === asked.id ? doneBefore(device, asked.id) : null;
    return before === null ? refuse('not-this-plan') : ok(before);
  }
  const { undecided, errors } = planned.found.obstacles;
  if (undecided > 0) return refuse('undecided');
  if (!asked.skipProblems && errors > 0) return refuse('has-errors');
  const doing = carryOut(device, signedIn, draft, asked);
  draft.carrying = { id: asked.id, done: doing.catch(() => {}) };
  try {
    const done = await doing;
    if (!done.ok) return done;
  } catch (problem) {
    if (draft.planned?.id !== asked.plan) return refuse('not-this-plan');
    throw problem;
  } finally {
    draft.carrying = null;
  }
  if (draftOf(device, signedIn, draft.kind, draft.id) === draft) dropDraft(device, draft.kind);
  const done = doneBefore(device, asked.id);
  if (done === null) throw new Error('What was imported is not remembered');
  return ok(done);
};

const carryOut = async (
  device: Device,
  signedIn: SignedIn,
  draft: Draft,
  { id }: CarryOut,
): Promise<Result<null, NotCarriedOut>> => {
  const found = draft.planned?.found;
  const how = { id, actor: actorOf(signedIn), files: draft.files.map(({ name }) => name) };
  if (found?.is === 'people') {
    if (found.preview.refused !== null) return refuse('has-errors');
    return carryOutPrepared(device, { ...found, photos: await photosOf(draft) }, how);
  }
  // What is left now are rows that somebody said are to be left out.
  return found === undefined
    ? refuse('not-this-plan')
    : carryOutSchedule(device, found.plan, { ...how, skipProblems: true });
};

/** The last imports of a kind, the newest first. */
export const pastImports = (device: Device, what: ImportRow['what']): PastImport[] =>
  lastImports.all(device.db, { what }).map((row) => {
    const [by] = row.by_person === null ? [] : cardsOf(device, [row.by_person]);
    return {
      ...{
        id: row.id,
        kind: row.what,
        at: row.at,
        by: by === undefined ? null : `${by.first} ${by.rest}`.trim(),
      },
      ...{
        files: z.array(z.string()).parse(JSON.parse(row.files)),
        counts: counts.parse(JSON.parse(row.counts)),
      },
      ...{
        undoneAt: row.undone_at,
        canUndo: row.undone_at === null && row.changes === 1 && row.at >= undoFrom(device),
      },
    };
  });

/** Puts an import back; the same tap counts once, and then says what is known of it. */
export const putImportBack = async (
  device: Device,
  signedIn: SignedIn,
  { id, of, what }: { id: string; of: string; what: ImportRow['what'] },
): Promise<Result<{ putBack: number; kept: UndonePart[] }, NotPutBack>> => {
  if (recordedFor(device, id) !== undefined) return ok({ putBack: 0, kept: [] });
  if (importById.get(device.db, { id: of })?.what !== what) return refuse('not-known');
  return undoImport(device, { id, of, actor: actorOf(signedIn) });
};
