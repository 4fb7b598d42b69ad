import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { nothingDecided } from '../../core/roster/import-view.ts';
import { backUp } from '../../electron/services/backups/backup.ts';
import { newestBackup } from '../../electron/services/backups/list.ts';
import { demoPersonId, prepareDemo } from '../../electron/services/demo.ts';
import { openDevice } from '../../electron/services/open-device.ts';
import config from '../../vite.electron.config.ts';
import { bundled, checkout } from './bundled.ts';
import { managerInElectron } from './manager-in-electron.ts';

/** The threads that the program has, by the names of their modules. */
const threads = readdirSync(join(checkout, 'electron'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('-worker.ts'))
  .map((name) => join('electron', name).replaceAll('\\', '/'));

let folder = '';
let dist = '';
let remove = () => {};
beforeAll(async () => {
  ({ folder, dist, remove } = await bundled());
}, 60_000);
afterAll(() => remove());
afterEach(() => {
  process.removeAllListeners('uncaughtException');
  vi.doUnmock('node:worker_threads');
  vi.restoreAllMocks();
  vi.resetModules();
});

test('every thread is built beside the main process, under the name by which it is looked for', () => {
  const input = Object.entries(config.build?.rolldownOptions?.input ?? {});
  const named = threads.map((file) => [basename(file, '.ts'), file]);
  expect(named.length).toBeGreaterThanOrEqual(8);
  expect(input.filter(([name]) => name !== 'main').sort()).toEqual(named.sort());
  const shipped = readdirSync(join(dist, 'electron')).filter((name) => name.endsWith('.js'));
  const code = shipped.map((name) => readFileSync(join(dist, 'electron', name), 'utf8')).join('\n');
  // Beside the module that looks for it, wherever the build put that: all lie in one folder.
  const soughtFor = [...code.matchAll(/["'`]\.\/([\w-]+-worker\.js)["'`]/gu)].map(([, name]) => name ?? '');
  expect([...new Set(soughtFor)].sort()).toEqual(named.map(([name]) => `${name}.js`).sort());
  expect(shipped).toEqual(expect.arrayContaining(soughtFor));
});

/** Notes which threads are begun from now on, which the bundle then does by itself. */
const noted = (): string[] => {
  const begun: string[] = [];
  vi.doMock('node:worker_threads', async (original) => {
    const real = await original<typeof import('node:worker_threads')>();
    class Noted extends real.Worker {
      constructor(...[module, options]: ConstructorParameters<typeof real.Worker>) {
        super(module, options);
        begun.push(basename(fileURLToPath(String(module)), '.js'));
      }
    }
    return { ...real, default: { ...real, Worker: Noted }, Worker: Noted };
  });
  return begun;
};

test('what is shipped reads figures, writes files, takes lists in and checks the record in threads of its own', {
  timeout: 60_000,
}, async () => {
  const begun = noted();
  const kiosk = await managerInElectron(folder, join(dist, 'electron/main.js'));
  onTestFinished(() => void kiosk.shell.electron.app.emit('will-quit'));
  const { read, post, ask, confirm } = kiosk;
  const november = { from: '2026-11-01', to: '2026-11-30' };

  const figures = await read(`/manage/figures?${new URLSearchParams(november)}`);
  expect([figures.status, figures.said.days]).toEqual([200, november]);

  await confirm('exports');
  const only = { unit: null, place: null, kind: null };
  const id = randomUUID();
  await post('/manage/exports/rows', { id, asked: { ...november, ...only, format: 'xlsx' } });
  await vi.waitFor(async () => expect((await read('/manage/exports/jobs')).said.jobs[0].state).toBe('made'), {
    timeout: 20_000,
  });
  const ticket = await post('/manage/exports/tickets', { id });
  const saved = await (await ask(ticket.said.address)).bytes();
  expect(Buffer.from(saved.subarray(0, 2)).toString()).toBe('PK');

  await confirm('people');
  // A workbook is read in a thread that the thread of the import begins.
  const draft = randomUUID();
  const list = await writeWorkbook([
    ['employee id', 'first name', 'last name', 'role'].map((value) => ({ value })),
    ['Z1', 'Zofia', 'Nowak', 'Charge nurse'].map((value) => ({ value })),
  ]).toBuffer();
  await post('/manage/imports/begun', { id: draft });
  const where = new URLSearchParams({ draft, name: 'team.xlsx' });
  await post(`/manage/imports/files?${where}`, new Uint8Array(list));
  const previewed = await post('/manage/imports/previewed', { draft, decisions: nothingDecided });
  expect(previewed.status).toBe(200);
  const rows = new URLSearchParams({
    ...{ draft, plan: previewed.said.preview.plan, part: 'added' },
    ...{ from: '0', count: '10' },
  });
  expect(JSON.stringify((await read(`/manage/imports/rows?${rows}`)).said)).toContain('Zofia');

  await post('/manage/log/check', { id: randomUUID() });
  await vi.waitFor(
    async () => expect((await read('/manage/log/check')).said).toMatchObject({ found: { result: 'ok' } }),
    { timeout: 20_000 },
  );
  expect(new Set(begun)).toEqual(
    new Set(['figures-worker', 'export-worker', 'import-worker', 'verify-worker']),
  );
});

test('the threads that back up and check the record, and sort many names, are shipped and work', async () => {
  const data = join(folder, 'threads');
  const device = openDevice({ folder: data });
  onTestFinished(() => device.close());
  const answerOf = async (name: string, workerData: object): Promise<unknown> => {
    const thread = new Worker(join(dist, 'electron', name), { workerData, execArgv: [] });
    const [answer] = await once(thread, 'message');
    await thread.terminate();
    return answer;
  };
  expect(await answerOf('check-worker.js', { work: 'look-over', folder: data })).toBe(true);
  expect(await answerOf('check-worker.js', { work: 'verify', folder: data })).toMatchObject({ result: 'ok' });
  prepareDemo(device);
  const sorted = await answerOf('index-worker.js', { folder: data, language: 'en' });
  expect(sorted).toMatchObject({ order: expect.arrayContaining([demoPersonId('amara')]), suspects: [] });
  const made = await backUp(device);
  const { file } = newestBackup(data) ?? { file: '' };
  expect(made.ok).toBe(true);
  expect(await answerOf('backup-worker.js', { job: 'verify', input: { partial: file } })).toMatchObject({
    say: 'found',
    found: { ok: true },
  });
});
