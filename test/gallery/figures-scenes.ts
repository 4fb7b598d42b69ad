import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AskedPage, ReportPage } from '../../core/figures/page.ts';
import type { AskedFigures, FiguresView, FilterName, Filters } from '../../core/figures/view.ts';
import type { Dimension } from '../../core/rates/breakdown.ts';
import { shareCheckpoint } from '../../electron/services/anchors/share.ts';
import type { Device } from '../../electron/services/device.ts';
import { readFigures, readMissing } from '../../electron/services/figures/read.ts';
import { openDevice } from '../../electron/services/open-device.ts';
import { simulate } from '../../electron/services/simulate/simulate.ts';
import { daysOf } from '../../renderer/screens/manage/parts/periods.ts';
import { few, type Scene, sheets } from './scene.ts';
import { amaraManages, pin } from './sessions-scenes.ts';
import { both, onPaper, press, type Touch, type } from './touches.ts';

let kept: Device | null = null;

/** A year of a simulated hospital: the demo alone has too little for a chart. It is gone with the gallery. */
const hospital = (): Device => {
  if (kept !== null) return kept;
  const folder = mkdtempSync(join(tmpdir(), 'bedside-hello-gallery-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { to } = daysOf('last-month', new Date().toISOString().slice(0, 10));
  simulate(folder, { sessions: 1_500, seed: 7, days: 396, until: to });
  kept = openDevice({ folder });
  return kept;
};

/** What a query of the page asks; the page makes no other. */
const askedBy = (query: URLSearchParams): AskedFigures => {
  const only = (name: FilterName) => query.get(name);
  return {
    ...{ from: query.get('from') ?? '', to: query.get('to') ?? '', leaving: false },
    by: query.get('by') as Dimension | null,
    step: query.get('step') === 'week' ? 'week' : 'month',
    filters: Object.fromEntries(
      (['unit', 'place', 'kind', 'urgency', 'shift', 'role'] as const).map((name) => [name, only(name)]),
    ) as unknown as Filters,
  };
};

/** The figures that the page gets are those of the simulated hospital. */
const simulated: Touch = async (page) => {
  const device = hospital();
  await page.route('**/api/manage/figures*', async (route) => {
    const asked = askedBy(new URL(route.request().url()).searchParams);
    await route.fulfill({ json: await readFigures(device, asked) });
  });
  await page.route('**/api/manage/figures/missing*', async (route) => {
    const { from, to, filters } = askedBy(new URL(route.request().url()).searchParams);
    await route.fulfill({ json: await readMissing(device, { from, to, filters, after: null, limit: 20 }) });
  });
};

/** The report is of the simulated hospital too, with its own checkpoint; who signs in, and the PIN, are the demo’s. */
const reported: Touch = async (page) => {
  const device = hospital();
  await page.route('**/api/manage/reports', async (route) => {
    const { figures: wanted, charts: over }: AskedPage = route.request().postDataJSON();
    const figures = await readFigures(device, wanted);
    const { charts } = await readFigures(device, { ...wanted, ...over, by: null });
    const { from, to, filters } = wanted;
    const missing = await readMissing(device, { from, to, filters, after: null, limit: 200 });
    const page: ReportPage & { savesPdf: boolean } = {
      ...{ figures, charts, missing: wanted.leaving ? null : missing.sessions, notListed: 0 },
      ...{ madeBy: 'manager', made: new Date().toISOString(), app: device.app, savesPdf: false },
      ...{ entry: 1_234, digest: '0123456789abcdef'.repeat(4) },
      checkpoint: shareCheckpoint(device, 'printed', { kind: 'command-line' }),
    };
    await route.fulfill({ json: page });
  });
};

/** Nothing was planned or held yet. */
const unused: Touch = async (page) => {
  await page.route('**/api/manage/figures*', async (route) => {
    const view: FiguresView = await (await route.fetch()).json();
    await route.fulfill({ json: { ...view, choices: { ...view.choices, days: null } } });
  });
};

const drawn: Touch = (page) => page.locator('main svg[class*="plot"]').first().waitFor();

/** Signs Amara in, who begins with the figures. */
const inside: Touch = both(
  amaraManages,
  press('kiosk:name'),
  press('manage:open'),
  type('manage:name', 'Amara Okafor'),
  type('manage:pin', pin),
  press('manage:signIn.open'),
  (page, kiosk) => page.getByRole('navigation', { name: kiosk.says('manage:nav') }).waitFor(),
);
const figures: Touch = both(simulated, inside, drawn);

const opened: Touch = async (page) => {
  const about = page.locator('main li button[aria-expanded]').nth(2);
  await about.click();
  await page.locator('main [role="img"] svg').first().waitFor();
  await about.evaluate((button) => button.scrollIntoView());
};

const sideBySide: Touch = (page) => page.locator('#groups').evaluate((title) => title.scrollIntoView());

/** The figures as whoever manages the kiosk sees them on the first of the month. */
export const ofTheFigures: readonly Scene[] = [
  { name: 'figures', touch: figures, scrolls: true },
  { name: 'figures-one', touch: both(figures, opened), scrolls: true, only: sheets },
  { name: 'figures-groups', touch: both(figures, sideBySide), scrolls: true, only: sheets },
  { name: 'figures-print', touch: both(figures, press('report:open')), scrolls: true, only: few },
  // As wide as paper is between its margins.
  {
    name: 'figures-paper',
    touch: both(
      figures,
      reported,
      press('report:open'),
      (page, kiosk) => page.getByText(kiosk.says('report:within')).click(),
      press('report:make'),
      onPaper,
    ),
    scrolls: true,
    only: /^800x1280-day-/u,
  },
  {
    name: 'figures-none',
    touch: both(unused, inside, (page) => page.locator('main ol').waitFor()),
    scrolls: true,
    only: sheets,
  },
];
