import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { noFilters } from '../../../core/figures/filters.ts';
import type { FiguresView, MissingPage } from '../../../core/figures/view.ts';
import { keepFigures } from '../../../electron/log/figures.ts';
import { demoPersonId } from '../../../electron/services/demo.ts';
import { readFigures } from '../../../electron/services/figures/read.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { simulate } from '../../../electron/services/simulate/simulate.ts';
import { temporaryFolder } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';
import { managed, managerPin, otherPin, windowAt } from '../access/desk.ts';
import { amara } from '../own-card/desk.ts';

const year = 'from=2026-01-01&to=2026-12-31';

/** A window in which the manager is signed in. */
const signedIn = async (window: Awaited<ReturnType<typeof windowAt>>) => {
  await window.signIn(managerPin);
  const ask = async (path: string) => {
    const answer = await window.get(`/api/manage/figures${path}`, { 'x-signed-in': window.token() });
    return { status: answer.status, text: await answer.text() };
  };
  const figures = async (query: string): Promise<FiguresView> => JSON.parse((await ask(`?${query}`)).text);
  const missing = async (query: string): Promise<MissingPage> =>
    JSON.parse((await ask(`/missing?${query}`)).text);
  return { ask, figures, missing };
};

/** A device with so many simulated sessions, and its manager. */
const simulated = async (sessions: number) => {
  const folder = temporaryFolder();
  simulate(folder, { sessions, seed: 12, days: Math.ceil(sessions / 4), until: '2026-06-30' });
  const device = openDevice({ folder });
  onTestFinished(() => device.close());
  const window = await windowAt(device);
  await window.post('first', { id: randomUUID(), person: amara, pin: managerPin });
  return { device, ...(await signedIn(window)) };
};

test('nobody is told figures who is not signed in, or may not read reports', async () => {
  const { device, get, grant, signIn, token } = await managed();
  const paths = [`/api/manage/figures?${year}`, `/api/manage/figures/missing?${year}`];
  const statuses = () =>
    Promise.all(paths.map(async (path) => (await get(path, { 'x-signed-in': token() })).status));
  expect(await statuses()).toEqual([401, 401]);
  for (const { status } of await Promise.all(paths.map((path) => get(path)))) expect(status).toBe(401);
  await signIn(managerPin);
  expect(await statuses()).toEqual([200, 200]);
  await grant(demoPersonId('kofi'), 'admin', otherPin);
  await grant(demoPersonId('ines'), 'auditor', '915027');
  await signIn('915027', { by: 'person', person: demoPersonId('ines') });
  expect(await statuses()).toEqual([200, 200]);
  // Who looks after the device needs no rates.
  await signIn(otherPin, { by: 'person', person: demoPersonId('kofi') });
  expect(await statuses()).toEqual([403, 403]);
  device.close();
});

test('what cannot be asked is refused, and nothing of it reaches the database', async () => {
  const { ask } = await signedIn(await managed());
  for (const query of [
    '',
    'from=2026-01-01',
    'from=2026-02-30&to=2026-03-01',
    'from=2026-03-02&to=2026-03-01',
    'from=0001-01-01&to=9999-12-31',
    `${year}&by=person`,
    `${year}&by=unit&by=place`,
    `${year}&unit=' or 1=1 --`,
    `${year}&unit=${'a'.repeat(65)}`,
    `${year}&kind=both`,
    `${year}&role=__proto__`,
    `${year}&by=constructor`,
    `${year}&__proto__=1`,
    `${year}&shift=7-15`,
    `${year}&shift=25:00–07:00`,
    `${year}&step=day`,
    `${year}&leaving=1`,
    `${year}&invented=yes`,
  ])
    expect((await ask(`?${query}`)).status, query).toBe(400);
  for (const query of [
    '',
    `${year}&limit=0`,
    `${year}&limit=201`,
    `${year}&limit=x`,
    `${year}&after=yesterday`,
  ])
    expect((await ask(`/missing?${query}`)).status, query).toBe(400);
});

test('figures come with the same days before them, and with a gap for each week in which nothing was', async () => {
  const kiosk = await managed();
  wholeSurgery(kiosk.device);
  const { figures } = await signedIn(kiosk);
  const today = kiosk.clock.now().toISOString().slice(0, 10);
  const told = await figures(`from=${today}&to=${today}`);
  expect(told).toMatchObject({
    ...{ invented: true, sessions: 1, leftOut: 0, suppressedBelow: null },
    total: { shares: { teamCompleteness: { denominator: 1 } } },
    previous: { sessions: 0, total: { shares: { teamCompleteness: { denominator: 0, rate: null } } } },
    charts: { step: 'week', over: [{ from: today, to: today }] },
  });
  const later = new Date(kiosk.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10);
  const next = await figures(`from=${later}&to=${later}`);
  expect(next).toMatchObject({ sessions: 0, previous: { days: { from: today, to: today }, sessions: 1 } });
  expect(next.charts.shares).toEqual({});
  const weeks = await figures(`from=2026-10-01&to=2026-12-31`);
  expect(weeks.charts.shares.attestedOnly?.points.filter((point) => point !== null)).toHaveLength(1);
  expect(weeks.charts.shares.attestedOnly?.points).toHaveLength(weeks.charts.over.length);
  const leaving = await figures(`from=${today}&to=${today}&leaving=yes`);
  expect(leaving).toMatchObject({ sessions: null, suppressedBelow: 5 });
  expect(leaving.total.shares.teamCompleteness).toEqual({ suppressed: true });
});

test('with a role there are only figures about people', async () => {
  const kiosk = await managed();
  wholeSurgery(kiosk.device);
  const { figures } = await signedIn(kiosk);
  const { total, choices } = await figures(`${year}&role=surgeon`);
  expect(Object.keys(total.shares)).toEqual(['patientIntroduction', 'attestedOnly']);
  expect(Object.keys(total.timings)).toEqual(['secondsPerIntroduction']);
  expect(choices.roles).toContain('surgeon');
  expect(choices.roles).not.toContain('chaplain');
  expect(choices.places).toMatchObject([{ name: 'OR 3', unitName: 'Operating rooms' }]);
});

test('all sessions that nobody opened are listed, page by page, the newest first, as many as the figure says', async () => {
  const { device, figures, missing } = await simulated(160);
  const { total, choices } = await figures(year);
  const all: MissingPage['sessions'] = [];
  let after: string | null = '';
  while (after !== null) {
    const query: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
    const page: MissingPage = await missing(`${year}&limit=3${query}`);
    all.push(...page.sessions);
    after = page.next;
  }
  expect(total.shares.coverage).toMatchObject({ missing: all.length });
  expect(all.length).toBeGreaterThan(5);
  const keys = all.map(({ date, time, id }) => `${date} ${time} ${id}`);
  expect(keys).toEqual([...keys].sort().reverse());
  const [first] = all;
  const place = choices.places.find(({ key }) => key === first?.place);
  expect(first).toMatchObject({ placeName: place?.name, unitName: place?.unitName });
  const narrowed = await missing(`${year}&limit=200&place=${first?.place}&urgency=${first?.urgency}`);
  expect(narrowed.sessions).toEqual(
    all.filter((one) => one.place === first?.place && one.urgency === first?.urgency),
  );
  // Somebody opens one after all.
  device.db
    .prepare('update session set scheduled_id = ? where id = (select min(id) from session)')
    .run(first?.id);
  keepFigures(device.db);
  expect((await missing(`${year}&limit=1`)).sessions).toEqual([all[1]]);
});

test('two questions at once are both answered, and the thread ends with the device', async () => {
  const { device } = await managed();
  const asked = {
    from: '2026-01-01',
    to: '2026-12-31',
    by: null,
    step: null,
    leaving: false,
    filters: noFilters,
  };
  const both = await Promise.all([readFigures(device, asked), readFigures(device, asked)]);
  expect(both[0]).toEqual(both[1]);
  device.close();
});
