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
    const { openDevice } = await import(${source('services/open-device.ts')});
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
  () => {
    const [few, many] = [syncsFor(5), syncsFor(45)];
    expect(few).toBeGreaterThanOrEqual(5);
    expect(many - few).toBeGreaterThanOrEqual(40);
  },
);

test.skipIf(!canTrace)(
  'an exported file is on the disk before it gets its name, and its name right after (skipped likewise)',
  () => {
    const folder = temporaryFolder();
    const [trace, out] = [join(folder, 'trace'), join(folder, 'out.csv')];
    const script = `
      const { openDevice } = await import(${source('services/open-device.ts')});
      const { exportIntroductions } = await import(${source('services/exports/export.ts')});
      const device = openDevice({ folder: ${JSON.stringify(join(folder, 'data'))} });
      await exportIntroductions(device, { from: '2026-06-01', to: '2026-06-30' }, ${JSON.stringify(out)});
    `;
    const words = ['-f', '-y', '-e', 'trace=fsync,rename', '-o', trace, process.execPath];
    spawnSync('strace', [...words, '--input-type=module', '-e', script], { stdio: 'inherit' });
    const lines = readFileSync(trace, 'utf8').split('\n');
    const at = (call: RegExp): number => lines.findIndex((line) => call.test(line));
    const named = at(/rename\(.*out\.csv"/);
    expect(at(/fsync\(.*\.partial>/)).toBeGreaterThanOrEqual(0);
    expect(at(/fsync\(.*\.partial>/)).toBeLessThan(named);
    expect(lines.slice(named).some((line) => line.includes(`<${folder}>`) && line.includes('fsync('))).toBe(
      true,
    );
  },
);

test.skipIf(!canTrace)(
  'the key of the badges is on the disk, whole, before anything can be hashed under it (skipped likewise)',
  () => {
    const folder = temporaryFolder();
    const trace = join(folder, 'trace');
    const script = `
      const { openDevice } = await import(${source('services/open-device.ts')});
      openDevice({ folder: ${JSON.stringify(folder)} }).close();
    `;
    const words = ['-f', '-y', '-e', 'trace=openat,fsync,link,linkat', '-o', trace, process.execPath];
    spawnSync('strace', [...words, '--input-type=module', '-e', script], { stdio: 'inherit' });
    const calls = readFileSync(trace, 'utf8').split('\n');
    const after = (from: number, call: RegExp): number =>
      calls.findIndex((line, index) => index > from && call.test(line));
    const written = after(-1, /fsync\(.*badge\.key\.\d+\.partial>/);
    expect(written).toBeGreaterThanOrEqual(0);
    const named = after(written, /link(at)?\(.*badge\.key"/);
    expect(named).toBeGreaterThan(written);
    const kept = calls.findIndex(
      (line, index) => index > named && line.includes('fsync(') && line.includes(`<${folder}>`),
    );
    expect(kept).toBeGreaterThan(named);
    expect(kept).toBeLessThan(after(-1, /bedside\.db".*O_CREAT/));
  },
);
