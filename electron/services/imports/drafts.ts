import { isFhir } from '../../../core/fhir/file.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { foldedName } from '../../../core/roster/file-names.ts';
import {
  type Decisions,
  type ImportKind,
  type ImportPreview,
  nothingDecided,
  type PreviewPart,
} from '../../../core/roster/import-view.ts';
import { isStill, type SignedIn } from '../access/session.ts';
import type { Device } from '../device.ts';
import { makePhoto, type Photo, type PhotoProblem } from '../photos.ts';
import { planBeside } from './plan-beside.ts';
import { scheduleRows } from './preview-schedule.ts';
import type { RowsOfPart, Slice } from './slice.ts';
import type { BroughtPhoto } from './work.ts';

/** What somebody who is signed in has brought and not carried out yet: in memory, and gone with their sign-in. */
export interface Draft {
  readonly id: string;
  readonly kind: ImportKind;
  readonly signedIn: SignedIn;
  files: { name: string; bytes: Uint8Array }[];
  photos: (BroughtPhoto & { photo: Photo | null })[];
  decided: Decisions;
  planned: { id: string; found: Awaited<ReturnType<typeof planBeside>> } | null;
  working: AbortController;
  /** What is being carried out of it, by the id of the tap. */
  carrying: { id: string; done: Promise<unknown> } | null;
}

/** Of all files of a draft together, and how many there may be; one file is capped where it comes in. */
const mostFiles = 20;
const largestTogether = 20 * 1024 * 1024;
const mostPhotos = 500;
/** What the photos may take once they are made, about 100 KB each. */
const largestPhotos = 100 * 1024 * 1024;

const drafts = new WeakMap<Device, Map<ImportKind, Draft>>();
const watched = new WeakMap<Device, NodeJS.Timeout>();
const lookEvery = 5_000;

const draftsOf = (device: Device): Map<ImportKind, Draft> => {
  const known = drafts.get(device) ?? new Map<ImportKind, Draft>();
  drafts.set(device, known);
  return known;
};

/** Begins an import, in the place of one that was begun before. The same id again is the same draft. */
export const beginDraft = (
  device: Device,
  signedIn: SignedIn,
  { id, kind }: Pick<Draft, 'id' | 'kind'>,
): Draft => {
  const before = draftOf(device, signedIn, kind, id);
  if (before !== null) return before;
  dropDraft(device, kind);
  const fresh: Draft = {
    ...{ id, kind, signedIn, files: [], photos: [], decided: nothingDecided },
    ...{ planned: null, working: new AbortController(), carrying: null },
  };
  draftsOf(device).set(kind, fresh);
  watch(device);
  return fresh;
};

/** What this sign-in has brought under this id; null where it is over, or was left. */
export const draftOf = (device: Device, signedIn: SignedIn, kind: ImportKind, id: string): Draft | null => {
  const draft = draftsOf(device).get(kind);
  return draft?.id === id && draft.signedIn === signedIn ? draft : null;
};

/** Lets go of what was brought. */
export const dropDraft = (device: Device, kind: ImportKind): void => {
  const draft = draftsOf(device).get(kind);
  draftsOf(device).delete(kind);
  if (draft === undefined) return;
  draft.working.abort(new Error('The import was left'));
  forget(draft);
};

/** Lets go of what was planned, and of the thread that keeps it. */
const forget = (draft: Draft): void => {
  const found = draft.planned?.found;
  draft.planned = null;
  if (found?.is === 'people') found.end();
};

/** With the sign-in, what it brought is gone. */
const watch = (device: Device): void => {
  if (watched.has(device)) return;
  const look = (): void => {
    for (const [kind, { signedIn }] of draftsOf(device))
      if (!isStill(device, signedIn)) dropDraft(device, kind);
    if (draftsOf(device).size > 0) return;
    clearInterval(watched.get(device));
    watched.delete(device);
  };
  watched.set(device, setInterval(look, lookEvery).unref());
  device.beforeClose(() => {
    clearInterval(watched.get(device));
    for (const kind of [...draftsOf(device).keys()]) dropDraft(device, kind);
  });
};

export type NotTaken = 'too-many-files' | 'too-many-photos';

/** Adds a file; one of the same name takes its place, and a list that of all others. */
export const addFile = (draft: Draft, file: { name: string; bytes: Uint8Array }): Result<null, NotTaken> => {
  const others = draft.files.filter(({ name }) => name !== file.name);
  const files = isFhir(file) ? [...others.filter(isFhir), file] : [file];
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (files.length > mostFiles || size > largestTogether) return refuse('too-many-files');
  draft.files = files;
  forget(draft);
  if (!isFhir(file)) draft.decided = nothingDecided;
  return ok(null);
};

/** Makes a photo and adds it; what cannot be shown is kept as a reason. */
export const addPhoto = async (
  draft: Draft,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<Result<PhotoProblem | null, NotTaken>> => {
  if (draft.photos.length >= mostPhotos) return refuse('too-many-photos');
  const made = await makePhoto(Buffer.from(bytes));
  const photo = made.ok ? made.value : null;
  const others = draft.photos.filter((one) => foldedName(one.name) !== foldedName(name));
  const size = others.reduce((sum, one) => sum + (one.photo?.bytes.length ?? 0), photo?.bytes.length ?? 0);
  if (others.length >= mostPhotos || size > largestPhotos) return refuse('too-many-photos');
  draft.photos = [
    ...others,
    {
      ...{ name, photo, hash: photo?.hash ?? null, blurred: photo?.blurred ?? false },
      problem: made.ok ? null : made.problem,
    },
  ];
  forget(draft);
  return ok(made.ok ? null : made.problem);
};

/** Plans what was brought, with what was decided; another plan of the same draft that is under way is left. */
export const previewDraft = async (
  device: Device,
  draft: Draft,
  decided: Decisions,
): Promise<ImportPreview | null> => {
  draft.working.abort(new Error('It is planned anew'));
  const working = new AbortController();
  draft.working = working;
  draft.decided = decided;
  forget(draft);
  const photos = draft.photos.map(({ photo: _, ...about }) => about);
  try {
    const found = await planBeside(
      device,
      { kind: draft.kind, files: draft.files, photos, decided },
      working.signal,
    );
    // Left, or planned anew, in the moment in which it was done.
    if (working.signal.aborted) {
      if (found.is === 'people') found.end();
      return null;
    }
    const id = device.newId();
    draft.planned = { id, found };
    return { plan: id, ...found.preview };
  } catch (problem) {
    if (working.signal.aborted) return null;
    throw problem;
  }
};

/** Some of the rows of a part of what was planned under this id; null where that is over. */
export const rowsOfDraft = async (
  { planned, decided }: Draft,
  plan: string,
  { part, slice }: { part: PreviewPart; slice: Slice },
): Promise<RowsOfPart | null> => {
  if (planned?.id !== plan) return null;
  const { found } = planned;
  return found.is === 'schedule'
    ? scheduleRows({ decided }, found.plan, part, slice)
    : found.rows(part, slice);
};

/** The photos of a plan; the bytes of those that were brought one by one stayed here while it was planned. */
export const photosOf = async ({ photos, planned }: Draft): Promise<Photo[]> => {
  if (planned?.found.is !== 'people') return [];
  const bytes = new Map(photos.flatMap(({ photo }) => (photo === null ? [] : [[photo.hash, photo]])));
  const used = await planned.found.photos();
  return used.map((photo) => bytes.get(photo.hash) ?? { ...photo, bytes: Buffer.from(photo.bytes) });
};
