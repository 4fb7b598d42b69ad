import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/device.ts';

/** Whether system calls of a child can be counted here. */
const canTrace =
  process.platform === 'linux' && spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;

const source = (path: string): string =>
  JSON.stringify(fileURLToPath(new URL(`../../../electron/${path}`, import.meta.url)));

/** How often the disk was told to keep what it has while this many taps were acknowledged. */
const syncsFor = (taps: number): number => {
  const folder = temporaryFolder();
  const trace = join(folder, 'trace');
  const script = `
    const { openDevice } = await import(${source('services/device.ts')});
    const { changeSettings } = await import(${source('services/settings.ts')});
    const device = openDevice({ folder: ${JSON.stringify(join(folder, 'data'))} });
    for (let tap = 0; tap < ${taps}; tap += 1) changeSettings(device, { kind: 'system' }, { language: 'en' });
    process.kill(process.pid, 'SIGKILL');
  `;
  const words = ['-f', '-e', 'trace=fdatasync,fsync', '-o', trace, process.execPath];
  spawnSync('strace', [...words, '--input-type=module', '-e', script], { stdio: 'inherit' });
  return readFileSync(trace, 'utf8').match(/\bf(data)?sync\(.*= 0$/gm)?.length ?? 0;
};

test.skipIf(!canTrace)(
  'every acknowledged tap was synced to the disk by itself (skipped where strace cannot be used)',
  { timeout: 30_000 },
  () => {
    const [few, many] = [syncsFor(5), syncsFor(45)];
    expect(few).toBeGreaterThanOrEqual(5);
    expect(many - few).toBeGreaterThanOrEqual(40);
  },
);
