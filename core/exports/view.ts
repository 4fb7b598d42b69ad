import type { GrantedRole } from '../access/permissions.ts';
import type { SessionKind } from '../session/words.ts';
import type { ExportFormat, FhirForm, TableFormat, TableName } from './words.ts';

/** Days of the wall clock, YYYY-MM-DD, both included. */
export interface Days {
  from: string;
  to: string;
}

/** Of which sessions; null for all. */
export interface Only {
  unit: string | null;
  place: string | null;
  kind: SessionKind | null;
}

/** What leaves as rows; a workbook and FHIR have everything in one file. */
export type AskedRows = Days &
  Only &
  ({ format: TableFormat; table: TableName } | { format: 'xlsx' } | { format: 'fhir'; form: FhirForm });

/** Which entries of the record leave with their proof. */
type AskedBundle = {
  format: 'bundle';
  of: { kind: 'all' } | ({ kind: 'days' } & Days) | { kind: 'session'; id: string };
};

export type AskedExport = AskedRows | AskedBundle;

/** Where an export is. `counting`: how much it will be; `rows`: so many are written; `packing`: all are read. */
export interface Progress {
  stage: 'counting' | 'rows' | 'packing';
  rows: number;
  /** How many there will be; null until they are counted. */
  of: number | null;
}

/**
 * Why there is no file: no room for it on the disk; more introductions than a workbook takes; the database or the disk
 * failed.
 */
export type ExportProblem = 'no-room' | 'too-many-rows' | 'failed';

/** What was made, as the log says it. */
export interface MadeFile {
  rows: number;
  /** SHA-256 of the bytes, hexadecimal. */
  digest: string;
  bytes: number;
}

/** An export that was asked for in this window, as long as its sign-in stands. */
export interface ExportJob {
  id: string;
  asked: AskedExport;
  /** What the file is called. */
  name: string;
  /** `made`: the file waits to be fetched; `fetched`: it was, and is no longer on the device. */
  state: 'working' | 'made' | 'fetched' | 'cancelled' | 'failed';
  progress: Progress;
  made: MadeFile | null;
  problem: ExportProblem | null;
  /** Whether little room is left on the disk beside the file. */
  low: boolean;
}

/** Why an export was not begun. */
export type NotBegun = 'busy' | 'too-many' | 'made-before' | 'unknown-place' | 'no-room';

/** Why there is no address to fetch a file from. */
export type NoTicket = 'unknown-export' | 'not-made';

/** What can be chosen from. */
export interface ExportChoices {
  units: { id: string; name: string }[];
  places: { id: string; name: string; unit: string }[];
  /** The day that it is on the device, and the first day that there is anything of; null for nothing yet. */
  today: string;
  first: string | null;
}

/** An export that the log tells of. */
export interface PastExport {
  seq: number;
  /** Wall time, RFC 3339. */
  at: string;
  /** Whoever let it leave: by role, or by the account of the operating system. */
  by: { kind: 'signed-in'; role: GrantedRole } | { kind: 'command-line'; user: string | null };
  what:
    | { kind: 'export'; format: ExportFormat; table: TableName | null }
    | { kind: 'report'; format: string };
  /** Null where it was of the whole record, or of one session. */
  days: Days | null;
  session: string | null;
  /** Whether it was of one unit, place or kind only. */
  narrowed: boolean;
  rows: number;
  digest: string;
}
