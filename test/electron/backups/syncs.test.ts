import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { demoDevice, temporaryFolder } from '../../support/device.ts';

/** Whether system calls of a child can be watched here. */
const canTrace =
  process.platform === 'linux' && spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What a command told the disk to keep and to name, in order. */
const callsOf = (...words: string[]): string[] => {
  const trace = join(temporaryFolder(), 'trace');
  const strace = ['-f', '-y', '-e', 'trace=fsync,fdatasync,rename,link,unlink', '-o', trace];
  spawnSync('strace', [...strace, process.execPath, 'electron/cli.ts', ...words], { cwd: root });
  // Not the second half of a call that another thread cut in two.
  return readFileSync(trace, 'utf8')
    .split('\n')
    .filter((line) => /\w\(/.test(line));
};

test.skipIf(!canTrace)(
  'a backup is on the disk before it gets its name, and its name right after; so is a record that is put back, and the one before it (skipped where strace cannot be used)',
  () => {
    const device = demoDevice();
    const data = device.folder;
    device.close();
    const made = callsOf('backup', '--data', data);
    const named = made.findIndex((call) => /rename\(.*\.partial", ".*bedside-\w+-\d+\.db"/.test(call));
    const before = made.slice(0, named);
    expect(before.some((call) => /fsync\(.*\/bedside-[\w-]+\.partial>/.test(call))).toBe(true);
    expect(made[named + 1]).toContain(`fsync(`);
    expect(made[named + 1]).toContain(`${join(data, 'backups')}>`);

    const [name = ''] = readdirSync(join(data, 'backups'));
    const from = join(data, 'backups', name);
    const put = callsOf('restore', '--data', data, '--from', from, '--yes');
    const at = (call: RegExp): number => put.findIndex((one) => call.test(one));
    const taken = at(/rename\(".*restoring-\w+\/bedside\.db", /);
    const synced = put.findLastIndex(
      (one, index) => index < taken && /restoring-\w+\/bedside\.db>/.test(one),
    );
    expect(synced).toBeGreaterThan(0);
    const aside = at(/ link\(".*bedside\.db", ".*quarantine/);
    const [room, folder] = [at(/fsync\(.*quarantine\/[^/]+>/), taken - 1];
    expect([aside, room, folder, taken]).toEqual([aside, room, folder, taken].toSorted((a, b) => a - b));
    expect(aside).toBeGreaterThan(0);
    for (const around of [put[folder], put[taken + 1]]) expect(around).toContain(`<${data}>`);
  },
);
