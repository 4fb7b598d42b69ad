import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isExportFile } from '../../electron/shell/scheme.ts';
import type { standIn } from './electron-stand-in.ts';
import { managerInElectron } from './manager-in-electron.ts';

let folder = '';
let shell: ReturnType<typeof standIn>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bedside-pdf-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Bedside Hello</title>');
  vi.doMock('../../electron/paths.ts', async (original) => ({
    ...(await original<object>()),
    rendererFolder: pathToFileURL(`${folder}/`),
  }));
});

afterEach(() => {
  shell.electron.app.emit('will-quit');
  process.removeAllListeners('uncaughtException');
  vi.restoreAllMocks();
  vi.resetModules();
  rmSync(folder, { recursive: true });
});

/** A kiosk in this country, and what its page asks of it as a manager who gave their PIN once more. */
const managedIn = async (country: string) => {
  const kiosk = await managerInElectron(folder, '../../electron/main.ts', { country });
  shell = kiosk.shell;
  await kiosk.confirm('exports');
  return kiosk;
};

const november = { from: '2026-11-01', to: '2026-11-30' };
const filters = { unit: null, place: null, kind: null, urgency: null, shift: null, role: null };
const report = () => ({
  id: randomUUID(),
  figures: { ...november, by: null, step: null, filters, leaving: true },
  charts: { ...november, step: 'week' },
});

test('under Electron a manager gets the report as a PDF, tagged and with an outline, from an address that may be downloaded', async () => {
  const { ask, post } = await managedIn('DE');
  const asked = report();
  expect((await post('/manage/reports', asked)).said.savesPdf).toBe(true);
  const { status, said } = await post('/manage/reports/pdfs', { id: randomUUID(), report: asked.id });
  expect(status).toBe(200);
  expect(shell.printed).toEqual([
    { pageSize: 'A4', printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true },
  ]);
  expect(isExportFile(`app://bedside${said.address}`)).toBe(true);
  const download = { preventDefault: vi.fn() };
  const item = { getURLChain: () => [`app://bedside${said.address}`] };
  shell.electron.session.defaultSession.emit('will-download', download, item);
  expect(download.preventDefault).not.toHaveBeenCalled();
  const file = await ask(said.address);
  expect(file.headers.get('content-type')).toBe('application/pdf');
  expect(await file.text()).toBe('%PDF-1.7 what the page shows');
});

test.each([
  ['US', 'Letter'],
  ['CA', 'Letter'],
  ['PH', 'Letter'],
  ['GB', 'A4'],
  ['HT', 'A4'],
  ['', 'A4'],
])('its pages have the size of the paper where the kiosk stands: “%s”, %s', async (country, pageSize) => {
  const { paperIn } = await import('../../electron/shell/paper.ts');
  expect(paperIn(country)).toBe(pageSize);
});

test('where the window is gone no PDF is made, and the kiosk goes on', async () => {
  const { ask, post } = await managedIn('US');
  const asked = report();
  await post('/manage/reports', asked);
  const [window] = shell.windows;
  if (window !== undefined) window.closed = true;
  const none = await post('/manage/reports/pdfs', { id: randomUUID(), report: asked.id });
  expect([none.status, none.said]).toEqual([409, { problem: 'failed' }]);
  expect((await ask('/api/view')).status).toBe(200);
});
