import { createHash, randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import type { AskedPage } from '../../../core/figures/page.ts';
import { readHead } from '../../../electron/store/log.ts';
import { wholeSurgery } from '../../support/surgery.ts';
import { managerPin } from '../access/desk.ts';
import { signedInAs } from '../log-read/desk.ts';
import { amara, logged } from '../own-card/desk.ts';

const november = { from: '2026-11-01', to: '2026-11-30' };
const filters = { unit: null, place: null, kind: null, urgency: null, shift: null, role: null };
const page = (leaving = true): AskedPage => ({
  id: randomUUID(),
  figures: { ...november, by: 'unit', step: null, filters, leaving },
  charts: { ...november, step: 'week' },
});

const paper = new TextEncoder().encode('%PDF-1.7 the report');
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A manager who gave their PIN once more, at a kiosk whose window makes such a PDF, with a report that is up. */
const desk = async (pdf: (() => Promise<Uint8Array<ArrayBuffer>>) | null = async () => paper) => {
  const window = await signedInAs('manager', { pdf });
  wholeSurgery(window.device);
  await window.confirm('exports');
  const asked = page();
  const { said } = await window.tell('reports', asked);
  return {
    ...window,
    page: said,
    asked: { id: randomUUID(), report: asked.id },
    told: () =>
      logged(window.device, 'report-made').filter(({ data }) => 'format' in data && data.format === 'pdf'),
  };
};

test('the log says that the file left, who let it, of what and its digest, before there is an address for it', async () => {
  const { tell, get, page: made, asked, told } = await desk();
  expect(made.savesPdf).toBe(true);
  const { status, said } = await tell('reports/pdfs', asked);
  expect(status).toBe(200);
  const [entry, ...others] = told();
  expect(others).toEqual([]);
  expect(entry?.event).toBe(asked.id);
  expect(entry?.actor).toEqual({ kind: 'signed-in', person: amara, role: 'manager' });
  expect(entry?.data).toEqual({
    ...{ format: 'pdf', ...november, by: 'unit', withinUnit: false, invented: true, rows: 2, only: {} },
    ...{ digest: digestOf(paper), size: made.checkpoint.size },
  });
  const file = await get(said.address);
  expect(file.status).toBe(200);
  expect(file.headers.get('content-type')).toBe('application/pdf');
  expect(file.headers.get('content-disposition')).toBe(
    'attachment; filename="bedside-hello-report-2026-11-01-to-2026-11-30.pdf"',
  );
  expect(digestOf(await file.bytes())).toBe(digestOf(paper));
});

test('what stays with those who work there is told as that, also in a file', async () => {
  const { tell, told } = await desk();
  const within = page(false);
  await tell('reports', within);
  await tell('reports/pdfs', { id: randomUUID(), report: within.id });
  expect(told()[0]?.data).toMatchObject({ withinUnit: true });
});

test('an address is good once, for a minute, and only for who fetches', async () => {
  const { tell, get, request, asked, cookie, clock } = await desk();
  const address = async (): Promise<string> => (await tell('reports/pdfs', asked)).said.address;
  const first = await address();
  const headers = { cookie };
  expect((await request(first, { method: 'HEAD', headers })).status).toBe(405);
  expect((await get(first)).status).toBe(200);
  expect((await get(first)).status).toBe(410);
  const second = await address();
  clock.pass(60_000);
  expect((await get(second)).status).toBe(410);
  expect((await get(`/api/manage/reports/files/${'A'.repeat(43)}`)).status).toBe(410);
});

test('asked twice, also at once, it is one file and one entry', async () => {
  const pdf = vi.fn(async () => paper);
  const { tell, get, asked, told } = await desk(pdf);
  const [one, other] = await Promise.all([tell('reports/pdfs', asked), tell('reports/pdfs', asked)]);
  expect([one.status, other.status]).toEqual([200, 200]);
  expect((await get(one.said.address)).status).toBe(200);
  expect((await get(other.said.address)).status).toBe(200);
  expect(pdf).toHaveBeenCalledTimes(1);
  expect(told()).toHaveLength(1);
});

test('a host that makes no PDF says so, and the screen knows it beforehand', async () => {
  const { tell, page: made, asked, told } = await desk(null);
  expect(made.savesPdf).toBe(false);
  const { status, said } = await tell('reports/pdfs', asked);
  expect([status, said]).toEqual([409, { problem: 'host-cannot' }]);
  expect(told()).toEqual([]);
});

test('where the window makes none, nothing has left, and it can be asked again', async () => {
  const pdf = vi
    .fn<() => Promise<Uint8Array<ArrayBuffer>>>()
    .mockRejectedValueOnce(new Error('Printing failed'))
    .mockResolvedValueOnce(new TextEncoder().encode('<!doctype html>'))
    .mockResolvedValue(paper);
  const { tell, asked, told } = await desk(pdf);
  for (const _ of [1, 2])
    expect((await tell('reports/pdfs', asked)).said, 'no file').toEqual({ problem: 'failed' });
  expect(told()).toEqual([]);
  expect((await tell('reports/pdfs', asked)).status).toBe(200);
  expect(told()).toHaveLength(1);
});

test('whoever left while it was made gets nothing, and what they had made is gone with them', async () => {
  const { promise: going, resolve: go } = Promise.withResolvers<void>();
  const { tell, get, post, asked, told, signIn, confirm } = await desk(async () => {
    await going;
    return paper;
  });
  const waiting = tell('reports/pdfs', asked);
  await post('sign-out', {});
  go();
  expect((await waiting).status).toBe(401);
  expect(told()).toEqual([]);

  await signIn(managerPin);
  await confirm('exports');
  const again = page();
  await tell('reports', again);
  const { said } = await tell('reports/pdfs', { id: randomUUID(), report: again.id });
  await post('sign-out', {});
  expect((await get(said.address)).status).toBe(410);
});

test('what one sign-in had made is not given to another, nor under an id that the log knows', async () => {
  const { tell, asked, told, signIn, confirm, page: made } = await desk();
  expect((await tell('reports/pdfs', { id: asked.report, report: asked.report })).said).toEqual({
    problem: 'made-before',
  });
  await tell('reports/pdfs', asked);
  await signIn(managerPin);
  await confirm('exports');
  expect((await tell('reports/pdfs', asked)).said).toEqual({ problem: 'made-before' });
  const other = { id: randomUUID(), report: asked.report };
  expect((await tell('reports/pdfs', other)).said).toEqual({ problem: 'unknown-report' });
  expect(told()).toHaveLength(1);
  expect(made.entry).toBeLessThan(told()[0]?.seq ?? 0);
});

test('no file is made without a sign-in, for who only reads or looks after the kiosk, or without the PIN once more', async () => {
  const pdf = vi.fn(async () => paper);
  const asked = { id: randomUUID(), report: randomUUID() };
  for (const role of ['auditor', 'admin'] as const)
    expect((await (await signedInAs(role, { pdf })).tell('reports/pdfs', asked)).status).toBe(403);
  const { tell, withToken, token, get } = await signedInAs('manager', { pdf });
  expect((await tell('reports/pdfs', asked)).said.problem).toBe('confirm');
  const own = token();
  for (const other of ['', `${own}x`]) {
    withToken(other);
    expect((await tell('reports/pdfs', asked)).status).toBe(401);
  }
  for (const odd of ['', 'A', `${'A'.repeat(43)}/..`, '%2e%2e%2fview'])
    expect([404, 410]).toContain((await get(`/api/manage/reports/files/${odd}`)).status);
  expect(pdf).not.toHaveBeenCalled();
});

test('what cannot be asked is refused, and nothing is recorded of it', async () => {
  const { tell, device, asked } = await desk();
  const size = readHead(device.db)?.size;
  const bad: unknown[] = [
    {},
    { id: asked.id },
    { ...asked, id: 'x' },
    { ...asked, report: '../../etc/passwd' },
    { ...asked, actor: { kind: 'system' } },
    { ...asked, name: 'other.pdf' },
    JSON.stringify(asked).replace('{', '{"__proto__":{},'),
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    'not JSON',
  ];
  for (const body of bad) expect((await tell('reports/pdfs', body)).status, JSON.stringify(body)).toBe(400);
  expect((await tell('reports/pdfs', { ...asked, more: 'x'.repeat(70_000) })).status).toBe(413);
  expect(readHead(device.db)?.size).toBe(size);
});
