import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { backUp } from '../../electron/services/backups/backup.ts';
import { newestBackup } from '../../electron/services/backups/list.ts';
import { openDevice } from '../../electron/services/open-device.ts';
import { standIn } from './electron-stand-in.ts';

const root = join(import.meta.dirname, '../..');
let folder = '';
let code = '';

beforeAll(async () => {
  mkdirSync(join(root, 'test-results'), { recursive: true });
  // Within the checkout, so that the bundle finds the packages that stay packages.
  folder = mkdtempSync(join(root, 'test-results', 'bundle-'));
  const dist = join(folder, 'dist');
  await build({
    configFile: join(root, 'vite.electron.config.ts'),
    logLevel: 'error',
    build: { outDir: join(dist, 'electron') },
  });
  mkdirSync(join(dist, 'renderer'));
  writeFileSync(join(dist, 'renderer/index.html'), '<!doctype html><title>Bedside Hello</title>');
  const modules = readdirSync(join(dist, 'electron')).filter((name) => name.endsWith('.js'));
  code = modules.map((name) => readFileSync(join(dist, 'electron', name), 'utf8')).join('\n');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('what is shipped starts as Electron would start it, and finds its migrations, screens and demo team', async () => {
  const shell = standIn();
  vi.doMock('electron', () => shell.electron);
  const { argv } = process;
  process.argv = ['electron', '.', '--demo', `--data=${join(folder, 'data')}`];
  await import(join(folder, 'dist/electron/main.js'));
  expect((await shell.loaded).status).toBe(200);
  shell.electron.app.emit('will-quit');
  process.argv = argv;
});

test('the threads that back up and check the record are shipped, and work', async () => {
  const data = join(folder, 'threads');
  const device = openDevice({ folder: data });
  onTestFinished(() => device.close());
  const answerOf = async (name: string, workerData: object): Promise<unknown> => {
    const thread = new Worker(join(folder, 'dist/electron', name), { workerData, execArgv: [] });
    const [answer] = await once(thread, 'message');
    await thread.terminate();
    return answer;
  };
  expect(await answerOf('check-worker.js', { work: 'look-over', folder: data })).toBe(true);
  const made = await backUp(device);
  const { file } = newestBackup(data) ?? { file: '' };
  expect(made.ok).toBe(true);
  expect(await answerOf('backup-worker.js', { job: 'verify', input: { partial: file } })).toMatchObject({
    say: 'found',
    found: { ok: true },
  });
});

test('every package that the bundle leaves out is packed beside it', () => {
  const imported = [...code.matchAll(/^import .*?from "([^"]+)"|\brequire\("([^"]+)"\)/gmu)]
    .map(([, static_, dynamic]) => static_ ?? dynamic ?? '')
    .filter((name) => !isBuiltin(name) && !name.startsWith('./') && name !== 'electron');
  const packed = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  expect(imported).toContain('better-sqlite3');
  for (const name of new Set(imported)) expect(packed, name).toContain(`  - node_modules/${name}/{`);
});

test('every fuse that would let someone run other code as the kiosk is off, and every guard on', () => {
  const config = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  const [, fuses = ''] = /^electronFuses:\n((?: {2}.+\n)+)/mu.exec(config) ?? [];
  expect(
    Object.fromEntries(
      fuses
        .trim()
        .split('\n')
        .map((line) => line.trim().split(': ')),
    ),
  ).toEqual({
    runAsNode: 'false',
    enableNodeOptionsEnvironmentVariable: 'false',
    enableNodeCliInspectArguments: 'false',
    grantFileProtocolExtraPrivileges: 'false',
    enableCookieEncryption: 'true',
    onlyLoadAppFromAsar: 'true',
    enableEmbeddedAsarIntegrityValidation: 'true',
  });
});
