import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { withBroken } from './replay/sabotage.ts';

type Edit = Parameters<typeof withBroken>[0][number];

/** Ways to break the product that the harness must find. Each piece must be there exactly once. */
const sabotages: Record<string, Edit[]> = {
  // Acknowledged before the disk has it.
  'normal-sync': [{ file: 'electron/store/open.ts', from: 'synchronous: 2,', to: 'synchronous: 1,' }],
  // Each event is there without its hashes for a while: they follow in a transaction of their own.
  'hash-outside-transaction': [
    {
      file: 'electron/log/record.ts',
      from: 'for (const { level, place, hash } of grown.nodes) addHash(db, { level, place, hash });',
      to: 'later.push(...grown.nodes);',
    },
    {
      file: 'electron/log/record.ts',
      from: '  if (note !== null && !recorder.db.inTransaction)',
      to: '  for (const { level, place, hash } of later.splice(0)) addHash(recorder.db, { level, place, hash });\n  if (note !== null && !recorder.db.inTransaction)',
    },
    {
      file: 'electron/log/record.ts',
      from: 'export const freshSalt',
      to: 'const later: { level: number; place: number; hash: Uint8Array }[] = [];\nexport const freshSalt',
    },
  ],
};

export const sabotageNames = Object.keys(sabotages);

/** Runs the harness, quickly, on a copy of this tree that is broken in this way; whether it found something. */
export const isFound = (name: string, seed: string): Promise<boolean> =>
  withBroken(sabotages[name] ?? [], async (root) => {
    const words = [join(root, 'test/fault/run.ts'), '--quick', '--seed', seed];
    const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' });
    return status === 1;
  });
