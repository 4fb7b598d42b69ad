import { createHash, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { AskedPage, ReportPage } from '../../../core/figures/page.ts';
import type { AskedFigures } from '../../../core/figures/view.ts';
import { parseCheckpoint } from '../../../core/log/checkpoint.ts';
import { readHead } from '../../../electron/store/log.ts';
import { putScheduled } from '../../../electron/store/schedule.ts';
import { wholeSurgery } from '../../support/surgery.ts';
import { managerPin } from '../access/desk.ts';
import { signedInAs } from '../log-read/desk.ts';
import { amara, logged } from '../own-card/desk.ts';

const november = { from: '2026-11-01', to: '2026-11-30' };
const filters = { unit: null, place: null, kind: null, urgency: null, shift: null, role: null };

const asked = (figures: Partial<AskedFigures> = {}): AskedPage => ({
  id: randomUUID(),
  figures: { ...november, by: 'unit', step: null, filters, leaving: true, ...figures },
  charts: { ...november, step: 'week' },
});

/** A manager who gave their PIN once more, at a kiosk where one surgery was. */
const desk = async () => {
  const window = await signedInAs('manager');
  wholeSurgery(window.device);
  await window.confirm('exports');
  return { ...window, made: () => logged(window.device, 'report-made') };
};

test('no report is made without a sign-in, for who only reads or looks after the kiosk, or without the PIN once more', async () => {
  for (const role of ['auditor', 'admin'] as const) {
    const { tell, device } = await signedInAs(role);
    expect((await tell('reports', asked())).status).toBe(403);
    expect(logged(device, 'report-made')).toEqual([]);
  }
  const { tell, withToken, token, device } = await signedInAs('manager');
  const unconfirmed = await tell('reports', asked());
  expect([unconfirmed.status, unconfirmed.said.problem]).toEqual([403, 'confirm']);
  const own = token();
  for (const other of ['', `${own}x`]) {
    withToken(other);
    expect((await tell('reports', asked())).status).toBe(401);
  }
  expect(logged(device, 'report-made')).toEqual([]);
});

test('the log says what was asked, with the digest of the figures, and the checkpoint covers that entry', async () => {
  const { tell, made, device } = await desk();
  const { status, said } = await tell('reports', asked({ filters: { ...filters, urgency: 'urgent' } }));
  expect(status).toBe(200);
  const page: ReportPage = said;
  const [entry, ...others] = made();
  expect(others).toEqual([]);
  expect(entry?.actor).toEqual({ kind: 'signed-in', person: amara, role: 'manager' });
  const { figures, charts, missing } = page;
  const digest = createHash('sha256').update(JSON.stringify({ figures, charts, missing })).digest('hex');
  expect(page.digest).toBe(digest);
  expect(entry?.data).toEqual({
    ...{ format: 'page', ...november, by: 'unit', withinUnit: false, invented: true, rows: 2, digest },
    only: { urgency: 'urgent' },
  });
  expect(page.entry).toBe(entry?.seq);
  const checkpoint = parseCheckpoint(page.checkpoint.note);
  expect(checkpoint?.size).toBe(page.checkpoint.size);
  expect(page.checkpoint.size).toBeGreaterThanOrEqual(page.entry);
  expect(logged(device, 'checkpoint-shared').at(-1)?.data).toEqual({
    size: page.checkpoint.size,
    way: 'printed',
  });
  expect(page.madeBy).toBe('manager');
  expect(JSON.stringify(page)).not.toContain('Amara');
});

test('what may leave the unit hides what so few are behind, and lists no session; what stays shows both', async () => {
  const { tell, ask, device } = await desk();
  const { places } = (await ask('sessions/choices')).said;
  putScheduled(device.db, {
    ...{ id: 'never', place: places[0].id, date: '2026-11-20', time: '08:30', kind: 'surgery' },
    ...{
      urgency: 'elective',
      lead: amara,
      team: JSON.stringify([{ person: amara, role: 'anesthesiologist' }]),
    },
  });
  const leaving: ReportPage = (await tell('reports', asked())).said;
  expect(leaving.figures.suppressedBelow).toBe(5);
  expect(leaving.figures.total.shares.teamCompleteness).toEqual({ suppressed: true });
  expect(leaving.missing).toBeNull();
  const within: ReportPage = (await tell('reports', asked({ leaving: false }))).said;
  expect(within.figures.total.shares.teamCompleteness).toMatchObject({ denominator: 1 });
  expect(within.missing?.map(({ id }) => id)).toEqual(['never']);
  expect(within.notListed).toBe(0);
});

test('the same asked twice, also at once, is one report and one entry', async () => {
  const { tell, made } = await desk();
  const wanted = asked();
  const [one, other] = await Promise.all([tell('reports', wanted), tell('reports', wanted)]);
  const third = await tell('reports', wanted);
  expect(one.status).toBe(200);
  expect(other.said).toEqual(one.said);
  expect(third.said).toEqual(one.said);
  expect(made()).toHaveLength(1);
});

test('what one sign-in had made is not given to another', async () => {
  const { tell, made, signIn, confirm } = await desk();
  const wanted = asked();
  await tell('reports', wanted);
  await signIn(managerPin);
  await confirm('exports');
  const again = await tell('reports', wanted);
  expect([again.status, again.said]).toEqual([409, { problem: 'made-before' }]);
  expect(made()).toHaveLength(1);
});

test('whoever left while it was counted gets nothing, and nothing is said to have left', async () => {
  const { tell, post, made } = await desk();
  const waiting = tell('reports', asked());
  await post('sign-out', {});
  const { status } = await waiting;
  expect(status).toBe(401);
  expect(made()).toEqual([]);
});

test('what cannot be asked is refused, and nothing is recorded of it', async () => {
  const { tell, device } = await desk();
  const size = readHead(device.db)?.size;
  const good = asked();
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const bad: unknown[] = [
    {},
    { ...good, id: 'x' },
    { ...good, actor: { kind: 'system' } },
    { ...good, figures: { ...good.figures, from: '2026-12-01' } },
    { ...good, figures: { ...good.figures, from: '2010-01-01' } },
    { ...good, charts: { from: '0001-01-01', to: '9999-12-31', step: 'week' } },
    { ...good, figures: { ...good.figures, by: 'person' } },
    { ...good, figures: { ...good.figures, filters: { ...filters, unit: "x' or 1=1" } } },
    { ...good, figures: { ...good.figures, filters: { ...filters, shift: '25:00–26:00' } } },
    JSON.stringify(good).replace('"leaving"', '"__proto__":{"leaving":false},"leaving"'),
    JSON.stringify(good).replace('"figures"', '"constructor":{},"figures"'),
    deep,
    'not JSON',
  ];
  for (const body of bad) expect((await tell('reports', body)).status, JSON.stringify(body)).toBe(400);
  expect((await tell('reports', { ...good, more: 'x'.repeat(70_000) })).status).toBe(413);
  expect(readHead(device.db)?.size).toBe(size);
});
