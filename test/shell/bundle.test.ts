import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { bundled, checkout } from './bundled.ts';
import { standIn } from './electron-stand-in.ts';

let folder = '';
let code = '';
let remove = () => {};

beforeAll(async () => {
  const built = await bundled();
  ({ folder, remove } = built);
  const modules = readdirSync(join(built.dist, 'electron')).filter((name) => name.endsWith('.js'));
  code = modules.map((name) => readFileSync(join(built.dist, 'electron', name), 'utf8')).join('\n');
}, 60_000);
afterAll(() => remove());

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

test('every package that the bundle leaves out is packed beside it', () => {
  const imported = [...code.matchAll(/^import .*?from "([^"]+)"|\brequire\("([^"]+)"\)/gmu)]
    .map(([, static_, dynamic]) => static_ ?? dynamic ?? '')
    .filter((name) => !isBuiltin(name) && !name.startsWith('./') && name !== 'electron');
  const packed = readFileSync(join(checkout, 'electron-builder.yml'), 'utf8');
  expect(imported).toContain('better-sqlite3');
  for (const name of new Set(imported)) expect(packed, name).toContain(`  - node_modules/${name}/{`);
});

test('every fuse that would let someone run other code as the kiosk is off, and every guard on', () => {
  const config = readFileSync(join(checkout, 'electron-builder.yml'), 'utf8');
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
