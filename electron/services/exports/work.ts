import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AskedExport, ExportProblem, MadeFile, Progress } from '../../../core/exports/view.ts';
import { troubleOfDisk } from '../../problem.ts';
import { openReader, type Reader } from '../../store/open.ts';
import { databaseFile } from '../folder.ts';
import { signerFor } from '../keys.ts';
import type { Maker } from './about-sheet.ts';
import { bundleSource } from './bundle-source.ts';
import type { Listener, Source } from './listener.ts';
import { sourceOf } from './source.ts';
import { TooManyRows } from './too-many-rows.ts';

/** What an export beside the kiosk gets to know; all of it can be sent to another thread. */
export interface Work {
  asked: AskedExport;
  /** The data folder. */
  folder: string;
  /** The file to be made, which is not there yet. */
  file: string;
  maker: Maker;
  /** How many bytes must stay free on the disk. */
  spare: number;
  /** One number: not 0 once nobody wants it any more. */
  stop: Int32Array<SharedArrayBuffer>;
}

/** What it says on the way, and at last. */
export type Said =
  | { say: 'progress'; progress: Progress }
  /** The database is closed; what follows is only of memory and the file. */
  | { say: 'all-read' }
  | { say: 'made'; made: MadeFile; size: number | null }
  | { say: 'failed'; why: ExportProblem | 'stopped'; problem: string };

class Stopped extends Error {}
class NoRoom extends Error {}

/** About how many bytes a row takes, to see beforehand whether there is room. */
const bytesOfRow = { csv: 450, ndjson: 900, xlsx: 200, fhir: 2_500 } as const;

/** How many bytes are written between two looks at the disk. */
const lookEvery = 8 * 1024 * 1024;

/** How often it is said how far it is, in ms. */
const tellEvery = 100;

/**
 * Makes the file that is asked for from one moment of the record, in a thread of its own, so that nobody who taps waits.
 * It is on the disk when this returns; where it cannot be made, or is no longer wanted, nothing is left of it.
 */
export const work = async ({ asked, folder, file, maker, spare, stop }: Work, say: (said: Said) => void) => {
  const db = openReader(databaseFile(folder));
  let isOpen = true;
  const close = () => {
    if (isOpen) db.close();
    isOpen = false;
  };
  const goOn = () => {
    if (Atomics.load(stop, 0) !== 0) throw new Stopped();
  };
  const listener: Listener = {
    progress: rarely((progress) => say({ say: 'progress', progress }), goOn),
    allRead: () => {
      close();
      say({ say: 'all-read' });
    },
  };
  try {
    const source = await sourceFor(db, { asked, folder, maker }, listener);
    const needed = source.bytes ?? (asked.format === 'bundle' ? 0 : source.rows * bytesOfRow[asked.format]);
    const hasRoom = (more: number) => {
      const { bavail, bsize } = statfsSync(dirname(file));
      if (bavail * bsize < spare + more) throw new NoRoom();
    };
    hasRoom(needed);
    const made = write(file, source, { goOn, hasRoom: () => hasRoom(0) });
    say({ say: 'made', made, size: source.size ?? null });
  } catch (problem) {
    rmSync(file, { force: true });
    say({
      say: 'failed',
      why: whyOf(problem),
      problem: problem instanceof Error ? String(problem.stack) : '',
    });
  } finally {
    close();
  }
};

const sourceFor = async (
  db: Reader,
  { asked, folder, maker }: Pick<Work, 'asked' | 'folder' | 'maker'>,
  listener: Listener,
): Promise<Source & { bytes?: number }> =>
  asked.format === 'bundle'
    ? bundleSource(db, asked.of, { ...maker, signer: signerFor(db, folder) }, listener)
    : sourceOf(db, asked, maker, listener);

/** Progress told at most so often, but for another stage, which is told at once. */
const rarely = (tell: (progress: Progress) => void, goOn: () => void) => {
  let [told, stage] = [0, ''];
  return (progress: Progress): void => {
    goOn();
    const now = performance.now();
    if (progress.stage === stage && now - told < tellEvery) return;
    [told, stage] = [now, progress.stage];
    tell(progress);
  };
};

const write = (
  file: string,
  { rows, pieces }: Source,
  { goOn, hasRoom }: { goOn: () => void; hasRoom: () => void },
): MadeFile => {
  const hash = createHash('sha256');
  const handle = openSync(file, 'wx', 0o600);
  let [bytes, looked] = [0, 0];
  try {
    for (const piece of pieces()) {
      goOn();
      if (bytes - looked >= lookEvery) {
        hasRoom();
        looked = bytes;
      }
      for (let written = 0; written < piece.length; ) written += writeSync(handle, piece, written);
      hash.update(piece);
      bytes += piece.length;
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return { rows, digest: hash.digest('hex'), bytes };
};

const whyOf = (problem: unknown): ExportProblem | 'stopped' => {
  if (problem instanceof Stopped) return 'stopped';
  if (problem instanceof TooManyRows) return 'too-many-rows';
  return problem instanceof NoRoom || troubleOfDisk(problem) === 'full' ? 'no-room' : 'failed';
};
