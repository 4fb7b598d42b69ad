import type { Field } from './columns.ts';
import type { Naming } from './full-name.ts';
import type { Outline } from './said-columns.ts';

/** What a manager sees of an import before it is carried out, and after. */

export type ImportKind = 'people' | 'schedule';

/** A sentence about a file that cannot be read, and what can be answered to it. */
export interface Refused {
  what: string;
  whatToDo: string;
  ask: 'sheet' | 'columns' | 'names' | null;
}

/** The parts of a preview that rows are listed of. */
export const previewParts = [
  ...(['errors', 'conflicts', 'added', 'changed', 'back', 'retired', 'missing'] as const),
  ...(['cancelled', 'held', 'notes'] as const),
] as const;
export type PreviewPart = (typeof previewParts)[number];

/** What somebody answered to what a file does not say itself. */
export interface Decisions {
  columns: { headerLine: number | null; fields: (Field | null)[] } | null;
  names: Naming['order'] | null;
  sheet: string | null;
  /** Rows of which the person has a new name. */
  renamed: number[];
  /** Rows with a conflict that are left out. */
  leftOut: number[];
  /** Who is in no row and has left. */
  leave: string[];
}

export const nothingDecided: Decisions = {
  ...{ columns: null, names: null, sheet: null },
  ...{ renamed: [], leftOut: [], leave: [] },
};

export interface ImportPreview {
  /** Stands for the plan as it was made; carrying out names it. */
  plan: string;
  files: { name: string; size: number }[];
  /** How many photos were brought, and how many of them are somebody's. */
  photos: { brought: number; used: number };
  refused: Refused | null;
  counts: Record<PreviewPart, number> & { unchanged: number; leftOut: number };
  /** Conflicts that nobody has decided yet. */
  undecided: number;
  /** What the columns are taken for, of a list; null where there are none. */
  outline: Outline | null;
  sheets: { names: string[]; read: string | null } | null;
}

/** One thing that changes; null for nothing. Roles are ids, languages BCP 47 with commas. */
export interface FieldChange {
  field: string;
  from: string | null;
  to: string | null;
}

export interface PreviewRow {
  /** The number of the row, by which decisions name it; of somebody in no row, their id. */
  row: number | string;
  /** Where it stands: the file, where there are several, and its line or entry. */
  file: string | null;
  line: number | null;
  inEntries: boolean;
  /** In quotes, as a message has it; empty for what is about the file. */
  name: string;
  /** What is to be said of it, in a sentence, and what to do. */
  what: string | null;
  whatToDo: string | null;
  /** What can be decided of a conflict, and what was. */
  canRename: boolean;
  decided: 'renamed' | 'left-out' | 'leaves' | null;
  changes: FieldChange[];
}

/** What most rows have nothing of. */
export const nothingKnown: Omit<PreviewRow, 'row' | 'line' | 'name'> = {
  ...{ file: null, inEntries: false, what: null, whatToDo: null },
  ...{ canRename: false, decided: null, changes: [] },
};

/** What carrying out an import came to. */
export interface ImportDone {
  import: string;
  counts: Record<string, number>;
}

/** Why an import cannot be put back. */
export type NotPutBack = 'not-known' | 'was-put-back' | 'too-old' | 'changed-meanwhile';

/** A person or session that putting an import back leaves as it is, or in part. */
export interface UndonePart {
  name: string;
  why: 'gone' | 'changed-since' | 'has-history' | 'manages' | 'held';
  /** What of it was changed since. */
  fields: string[];
}

/** An import as it is remembered. */
export interface PastImport {
  id: string;
  kind: ImportKind;
  at: string;
  /** Who it was; null for the command line. */
  by: string | null;
  files: string[];
  counts: Record<string, number>;
  undoneAt: string | null;
  canUndo: boolean;
}
