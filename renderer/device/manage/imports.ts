import { hc } from 'hono/client';
import { ok, type Result, refuse } from '../../../core/result.ts';
import type {
  Decisions,
  ImportDone,
  ImportKind,
  ImportPreview,
  NotPutBack,
  PastImport,
  PreviewPart,
  PreviewRow,
  UndonePart,
} from '../../../core/roster/import-view.ts';
import type { App } from '../../../electron/app.ts';
import type { Ask } from '../../screens/manage/manager.ts';
import type { As } from './access.ts';

/** A list of 20,000 people takes some seconds to be looked through, in ms. */
const patience = 90_000;

const patient = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> =>
  fetch(input, { ...init, signal: AbortSignal.timeout(patience) });
const { manage } = hc<App>('/', { fetch: patient }).api;

const at = (kind: ImportKind) => (kind === 'people' ? manage.imports : manage.schedule.imports);
const pathOf = (kind: ImportKind): string =>
  kind === 'people' ? '/api/manage/imports' : '/api/manage/schedule/imports';

/** What is asked for is gone: another sign-in, another import, or it was carried out. */
export class ImportGone extends Error {}

const said = async <Value>(answer: { status: number; json(): Promise<unknown> }): Promise<Value> => {
  if (answer.status === 404) throw new ImportGone();
  if (answer.status !== 200) throw new Error(`The device answered ${answer.status}`);
  return (await answer.json()) as Value;
};

/** Begins an import under this id. Throws where there is no answer; as all of these do. */
export const beginImport = async (ask: Ask, kind: ImportKind, id: string): Promise<void> => {
  await said(await ask((as) => at(kind).begun.$post({ json: { id } }, as)));
};

export type NotBrought = 'too-large' | 'too-many' | 'not-a-photo';

const photoTypes = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** Brings one file or photo; or why not. */
export const bringFile = async (
  ask: Ask,
  kind: ImportKind,
  draft: string,
  file: File,
): Promise<Result<null, NotBrought>> => {
  const isPhoto = photoTypes.has(file.type);
  if (file.type.startsWith('image/') && !isPhoto) return refuse('not-a-photo');
  const query = new URLSearchParams({ draft, name: file.name });
  const path = `${pathOf(kind)}/${isPhoto ? 'photos' : 'files'}?${query}`;
  const type = isPhoto ? file.type : 'application/octet-stream';
  const answer = await ask(({ headers }: As) =>
    patient(path, { method: 'POST', headers: { ...headers, 'content-type': type }, body: file }),
  );
  if (answer.status === 413) return refuse('too-large');
  if (answer.status === 422) return refuse('too-many');
  const { fault = null } = await said<{ fault?: string | null }>(answer);
  return fault === null ? ok(null) : refuse('not-a-photo');
};

/** What would change by what was brought, with what was decided. */
export const askPreview = async (
  ask: Ask,
  kind: ImportKind,
  draft: string,
  decisions: Decisions,
): Promise<ImportPreview> => {
  const { preview } = await said<{ preview: ImportPreview }>(
    await ask((as) => at(kind).previewed.$post({ json: { draft, decisions } }, as)),
  );
  return preview;
};

export interface RowsPage {
  total: number;
  rows: PreviewRow[];
}

/** How many rows of a preview are shown at once. */
export const pageSize = 25;

export const askRows = async (
  ask: Ask,
  kind: ImportKind,
  { draft, plan, part, from }: { draft: string; plan: string; part: PreviewPart; from: number },
): Promise<RowsPage> => {
  const query = { draft, plan, part, from: String(from), count: String(pageSize) };
  return said(await ask((as) => at(kind).rows.$get({ query }, as)));
};

/** As many as are given at once. */
const mostAtOnce = 100;

/** The rows with a conflict that nobody decided yet, by number. */
export const openConflicts = async (
  ask: Ask,
  kind: ImportKind,
  of: { draft: string; plan: string },
): Promise<number[]> => {
  const open: number[] = [];
  for (let from = 0; ; from += mostAtOnce) {
    const query = { ...of, part: 'conflicts' as const, from: String(from), count: String(mostAtOnce) };
    const { total, rows } = await said<RowsPage>(await ask((as) => at(kind).rows.$get({ query }, as)));
    for (const { row, decided } of rows) if (decided === null) open.push(Number(row));
    if (from + mostAtOnce >= total) return open;
  }
};

export type NotDoneYet = 'not-this-plan' | 'undecided' | 'has-errors' | 'changed-meanwhile';

/** Carries it out, whole or not at all; the id counts once. */
export const carryOut = async (
  ask: Ask,
  kind: ImportKind,
  json: { id: string; draft: string; plan: string; skipProblems: boolean },
): Promise<Result<ImportDone, NotDoneYet>> => {
  const answer = await ask((as) => at(kind).done.$post({ json }, as));
  if (answer.status === 409) return refuse((await answer.json()).problem);
  return ok((await said<{ done: ImportDone }>(answer)).done);
};

/** Lets go of what was brought. */
export const leaveImport = async (ask: Ask, kind: ImportKind, draft: string): Promise<void> => {
  await ask((as) => at(kind).left.$post({ json: { draft } }, as)).catch(() => null);
};

export const askPast = async (ask: Ask, kind: ImportKind): Promise<PastImport[]> => {
  const { imports } = await said<{ imports: PastImport[] }>(await ask((as) => at(kind).past.$get({}, as)));
  return imports;
};

export interface Undone {
  putBack: number;
  kept: UndonePart[];
}

export const undoImport = async (
  ask: Ask,
  kind: ImportKind,
  json: { id: string; import: string },
): Promise<Result<Undone, NotPutBack>> => {
  const answer = await ask((as) => at(kind).undone.$post({ json }, as));
  if (answer.status === 409) return refuse((await answer.json()).problem);
  return ok((await said<{ undone: Undone }>(answer)).undone);
};
