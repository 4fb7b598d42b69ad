import { ok, type Result, refuse } from '../../../../core/result.ts';
import type { Sheet } from '../../../../core/roster/sheet.ts';
import { columnOf, extentOf } from './extent.ts';
import { unzip, type ZipProblem, zipEntries, zipPlain } from './zip.ts';

/** Why a file is no workbook that can be read. */
export type WorkbookProblem =
  | ZipProblem
  | 'open-document'
  | 'numbers'
  | 'binary'
  | 'other-document'
  | 'has-entities'
  | 'too-wide'
  | 'unreadable';

const mostSheets = 100;
/** How many rows the merged cells of a workbook may stand beside, all taken together: each is looked at for each. */
const mostBeside = 400_000;

/** The parts of a workbook that hold words, in an archive that nothing has to be unpacked of, and what was merged. */
export interface Parts {
  archive: Buffer<ArrayBuffer>;
  /** What is known of each sheet besides its cells, in the order of the workbook. */
  sheets: Pick<Sheet, 'merged' | 'failed'>[];
}

/** Looks through the archive that a workbook is, before anything of it is understood. */
export const partsOf = (bytes: Buffer): Result<Parts, WorkbookProblem> => {
  const entries = zipEntries(bytes);
  if (!entries.ok) return entries;
  const names = new Set(entries.value.map(({ name }) => name));
  const other = otherKind(names);
  if (other !== null) return refuse(other);
  const files: { name: string; bytes: Buffer }[] = [];
  for (const entry of entries.value) {
    if (!/\.xml(?:\.rels)?$/u.test(entry.name)) continue;
    const file = unzip(bytes, entry);
    if (!file.ok) return file;
    // A workbook has no use for them; what XML can do with them is the oldest bomb there is.
    if (/<!(?:DOCTYPE|ENTITY)/iu.test(file.value.toString('latin1'))) return refuse('has-entities');
    files.push({ name: entry.name, bytes: file.value });
  }
  const texts = new Map(files.map(({ name, bytes: text }) => [name, text]));
  const sheets = sheetPaths(texts);
  // Sheets that share one part would be read as often as they are named.
  if (sheets.length > mostSheets || new Set(sheets).size < sheets.length) return refuse('unreadable');
  const extent = extentOf(sheets.map((path) => texts.get(path)));
  if (!extent.ok) return extent;
  const merged = sheets.map((path) => mergedIn(texts.get(path)));
  if (besideOf(merged.flat()) > mostBeside) return refuse('too-large-inside');
  return ok({
    archive: zipPlain(files),
    sheets: merged.map((cells, at) => ({ merged: cells, failed: extent.value[at] ?? [] })),
  });
};

const besideOf = (merged: Sheet['merged']): number =>
  merged.reduce((sum, { top, bottom }) => sum + Math.max(1, bottom - top), 0);

const otherKind = (names: ReadonlySet<string>): WorkbookProblem | null => {
  if (names.has('xl/workbook.xml')) return null;
  const all = [...names];
  if (names.has('xl/workbook.bin')) return 'binary';
  if (names.has('content.xml') && names.has('mimetype')) return 'open-document';
  if (all.some((name) => name.endsWith('.iwa') || name === 'Index.zip')) return 'numbers';
  return all.some((name) => /(?:^|\/)workbook\d*\.xml$/u.test(name)) ? null : 'other-document';
};

const attribute = (tag: string, name: string): string =>
  new RegExp(`(?:^|[\\s:])${name}=(?:"([^"]*)"|'([^']*)')`, 'u')
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined) ?? '';

/** Where the sheets of a workbook are in its archive, in their order (ECMA-376 part 1, 18.2.19). */
const sheetPaths = (files: ReadonlyMap<string, Buffer>): string[] => {
  const text = (name: string): string => files.get(name)?.toString('utf8') ?? '';
  const targets = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/gu)].map(
      ([, tag = '']) => [attribute(tag, 'Id'), attribute(tag, 'Target')],
    ),
  );
  return [...text('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\s([^>]*)>/gu)].map(([, tag = '']) => {
    const target = targets.get(attribute(tag, 'id')) ?? '';
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  });
};

const mergedIn = (sheet: Buffer | undefined): Sheet['merged'] =>
  [
    ...(sheet?.toString('latin1') ?? '').matchAll(
      /<(?:\w+:)?mergeCell\s+ref=["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/gu,
    ),
  ].map(([, left = '', top = '', right = '', bottom = '']) => ({
    ...{ top: Number(top) - 1, bottom: Number(bottom) - 1 },
    ...{ left: columnOf(left), right: columnOf(right) },
  }));
