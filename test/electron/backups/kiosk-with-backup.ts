import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll } from 'vitest';
import { type Restoring, restore } from '../../../electron/services/backups/restore.ts';
import { prepareDemo } from '../../../electron/services/demo.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { readHead } from '../../../electron/store/log.ts';
import { copyOf } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';
import { rowsOf } from '../../support/tables.ts';
import { backedUp } from './made.ts';

/** The tables that follow from the log. */
export const sessions = ['session', 'participant', 'round', 'introduction'];

const made = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bedside-hello-'));
  const device = openDevice({ folder });
  prepareDemo(device);
  wholeSurgery(device);
  const before = rowsOf(device.db, sessions);
  const { file, size, digest } = await backedUp(device);
  const log = readHead(device.db)?.log_id ?? '';
  wholeSurgery(device);
  const present = readHead(device.db)?.size ?? 0;
  device.close();
  return { folder, before, backup: basename(file), size, digest, log, present };
};

let first: ReturnType<typeof made> | null = null;

afterAll(async () => {
  if (first !== null) rmSync((await first).folder, { recursive: true });
});

/**
 * The folder of a kiosk that was backed up after one surgery, held another and was stopped. `before` is what was in its
 * tables at the backup; sizes are those of the backup and of the record as it is now.
 */
export const kioskWithBackup = async () => {
  first ??= made();
  const { folder: one, backup, ...known } = await first;
  const folder = copyOf(one);
  return { ...known, folder, backup: join(folder, 'backups', backup) };
};

export const put = (data: string, from: string): Restoring => {
  const done = restore({ data, from, yes: true });
  if (!done.ok) throw new Error(done.problem.sentence);
  return done.value;
};
