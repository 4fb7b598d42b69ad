import type { AskedExport, ExportJob, PastExport } from '../../core/exports/view.ts';
import { few, type Scene, sheets } from './scene.ts';
import { asManager } from './sessions-scenes.ts';
import { both, inTwice, type Touch } from './touches.ts';

const digest = '8ea34bb0799f41ca56579980ef7a7b6c99879438b83db83240197e3d1799eac9';
const october = { from: '2026-10-01', to: '2026-10-31' };
const narrowed = { unit: null, place: null, kind: null };
const summary: AskedExport = { format: 'csv', table: 'summary', ...october, ...narrowed };

const job = (state: ExportJob['state'], more: Partial<ExportJob> = {}): ExportJob => ({
  ...{ id: state, asked: summary, name: 'bedside-hello-summary-2026-10-01-to-2026-10-31.csv', state },
  ...{ low: false, made: null, problem: null, progress: { stage: 'rows', rows: 0, of: null } },
  ...more,
});

const made = { rows: 57_314, digest, bytes: 22_400_000 };
const working = job('working', { progress: { stage: 'rows', rows: 30_363, of: 113_250 } });

const past = (seq: number, more: Partial<PastExport>): PastExport => ({
  ...{ seq, at: `2026-11-${String(seq % 28 || 1).padStart(2, '0')}T09:12:00.000+00:00` },
  ...{
    by: { kind: 'signed-in', role: 'manager' },
    what: { kind: 'export', format: 'csv', table: 'summary' },
  },
  ...{ days: october, session: null, narrowed: false, rows: 462, digest, ...more },
});

/** What left in the course of some weeks, of each kind. */
const pastOnes: PastExport[] = [
  past(1_022, {}),
  past(1_020, { what: { kind: 'export', format: 'xlsx', table: null }, rows: 8_589, narrowed: true }),
  past(1_018, {
    ...{ what: { kind: 'export', format: 'bundle', table: null }, days: null, session: 'one', rows: 74 },
    by: { kind: 'signed-in', role: 'auditor' },
  }),
  past(1_014, { what: { kind: 'report', format: 'page' }, rows: 3 }),
  past(1_012, {
    ...{ what: { kind: 'export', format: 'ndjson', table: 'introductions' }, rows: 57_314 },
    by: { kind: 'command-line', user: 'reports' },
  }),
  past(1_010, { what: { kind: 'export', format: 'fhir', table: null }, rows: 9_201 }),
];

/** A demo makes its files at once, and nothing left it before: the page gets these, as the device would say them. */
const exportsWith =
  (...jobs: ExportJob[]): Touch =>
  async (page, kiosk) => {
    await page.route('**/api/manage/exports/jobs', (route) => route.fulfill({ json: { jobs } }));
    await page.route('**/api/manage/exports/past*', (route) =>
      route.fulfill({ json: { exports: pastOnes, next: null } }),
    );
    await asManager('exports')(page, kiosk);
  };

const firstPast: Touch = async (page) => {
  await page.getByRole('rowheader').getByRole('button').first().click();
  await page.getByRole('dialog').waitFor();
};

/** What leaves the kiosk in files: what for, how far it is, what became of it, and what left before. */
export const ofExports: readonly Scene[] = [
  { name: 'exports', touch: exportsWith(), scrolls: true },
  { name: 'exports-working', touch: exportsWith(working), only: sheets, scrolls: true },
  { name: 'exports-made', touch: exportsWith(job('made', { made })), scrolls: true },
  { name: 'exports-saved', touch: exportsWith(job('fetched', { made })), only: few, scrolls: true },
  {
    name: 'exports-not-made',
    touch: exportsWith(job('failed', { problem: 'no-room', low: true })),
    only: few,
    scrolls: true,
  },
  {
    name: 'exports-large',
    touch: both(exportsWith(job('made', { made })), inTwice),
    only: sheets,
    scrolls: true,
  },
  { name: 'exports-past', touch: both(exportsWith(), firstPast), only: sheets, scrolls: true },
];
