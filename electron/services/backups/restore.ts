import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sameBytes } from '../../../core/log/bytes.ts';
import { ok, type Result } from '../../../core/result.ts';
import { ClockWatch, systemClock, wallTime } from '../../log/clock.ts';
import { freshSalt, type Recorder } from '../../log/record.ts';
import { signerOf } from '../../log/signer.ts';
import { Problem } from '../../problem.ts';
import { emptyWriteAheadLog } from '../../store/choices.ts';
import { logs } from '../../store/log.ts';
import { claim, type Writer } from '../../store/open.ts';
import { version } from '../../version.ts';
import { makeFolder } from '../device.ts';
import { hasSigningKey, signingKey } from '../keys.ts';
import { beginAnew, type Left } from './begin-anew.ts';
import type { Fault } from './fault.ts';
import { type Files, realFiles } from './files.ts';
import { isOnDisk } from './on-disk.ts';
import { type Present, presentRecord } from './present.ts';
import { type Held, type Staged, stage, stagingName } from './staged.ts';
import { takePlace } from './take-place.ts';

export interface Restored {
  /** How many entries the record has now. */
  size: number;
  session: Left;
  /** Where the record lies that was there before; null where there was none. */
  room: string | null;
  /** Whether the record is signed by another key than the backup was: it came from another device, or the key was lost. */
  newKey: boolean;
  /** Whether the badges that it knows can be read here. */
  badges: boolean;
}

/** What a backup holds, what it is to take the place of, and, if it did, what became of that. */
export interface Restoring {
  held: Held;
  present: Present;
  restored: Restored | null;
}

/**
 * Verifies a backup wholly and compares it with the record in a data folder; with `yes`, then puts it in the place of that
 * record, which goes into quarantine. A backup that does not hold is a Fault. No kiosk may run on the folder. Throws a
 * Problem where one does, or the folder cannot be used.
 */
export const restore = (
  { data, from, yes }: { data: string; from: string; yes: boolean },
  files: Files = realFiles,
): Result<Restoring, Fault> => {
  if (!yes) return staging(from, existsSync(data) ? data : tmpdir(), (staged) => look(data, staged));
  makeFolder(data);
  const claimed = claim(join(data, 'kiosk.lock'));
  if (claimed === null) throw new Problem(`Another Bedside Hello runs on the folder ${data}: stop it first.`);
  try {
    clearAbandoned(data);
    return staging(from, data, (staged) => {
      const seen = look(data, staged);
      return { ...seen, restored: carryOut(data, staged, seen.present, files) };
    });
  } finally {
    claimed.release();
  }
};

const staging = (
  from: string,
  within: string,
  work: (staged: Staged) => Restoring,
): Result<Restoring, Fault> => {
  const staged = stage(from, within);
  if (!staged.ok) return staged;
  try {
    return ok(work(staged.value));
  } finally {
    staged.value.discard();
  }
};

const look = (data: string, { held }: Staged): Restoring => ({
  held,
  present: presentRecord(data, held),
  restored: null,
});

const carryOut = (data: string, { db, file, held }: Staged, present: Present, files: Files): Restored => {
  const [hadKey, hadBadgeKey] = [hasSigningKey(data), existsSync(join(data, 'badge.key'))];
  const signedBy = logs.all(db, {}).at(-1)?.public_key ?? new Uint8Array();
  const signer = signerOf(signingKey(data));
  const { left, note, size } = beginAnew(recorderOn(db, signer), held);
  if (!emptyWriteAheadLog(db)) throw new Error('The record that is put back needs a file beside it');
  db.close();
  isOnDisk(file);
  const room = join(data, 'quarantine', wallTime(systemClock.now()).slice(0, 23).replaceAll(':', '-'));
  takePlace(files, { data, database: file, room, note, readable: present.state === 'there' });
  const newKey = !sameBytes(signer.publicKey, signedBy);
  const badges = hadBadgeKey && !(hadKey && newKey);
  return { size, session: left, newKey, badges, room: existsSync(room) ? room : null };
};

/** The log of a database that nobody else has: what goes wrong there ends it. */
const recorderOn = (db: Writer, signer: Recorder['signer']): Recorder => ({
  ...{ db, signer, clock: systemClock, watch: new ClockWatch(), newId: randomUUID, salt: freshSalt },
  ...{ boot: randomUUID(), app: version, keep: () => {} },
  ...{ admit: () => {}, stillThere: () => {}, committed: () => {}, giveUpReserve: () => false },
  recover: (problem) => {
    throw problem;
  },
});

/** What a restore that was cut off left of its copy. Nobody else makes one while the folder is claimed. */
const clearAbandoned = (data: string): void => {
  for (const name of readdirSync(data))
    if (name.startsWith(stagingName)) rmSync(join(data, name), { recursive: true, force: true });
};
