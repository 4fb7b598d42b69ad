import { createHash, randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { fromHex } from '../../../core/log/base64.ts';
import { parseCheckpoint } from '../../../core/log/checkpoint.ts';
import { decodeEntry } from '../../../core/log/entry.ts';
import { leafHash } from '../../../core/log/merkle.ts';
import { verifyInclusion } from '../../../core/log/proofs.ts';
import type { EntryProof, LogPage, Verification } from '../../../core/log/reading.ts';
import { signNow } from '../../../electron/log/checkpoint.ts';
import { shareCheckpoint } from '../../../electron/services/anchors/share.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { changeFromView, settingsView } from '../../../electron/services/settings-view.ts';
import { simulate } from '../../../electron/services/simulate/simulate.ts';
import { allEntries, readHead } from '../../../electron/store/log.ts';
import { temporaryFolder } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';
import { managerPin } from '../access/desk.ts';
import { deskAt, signedInAs } from '../log-read/desk.ts';
import { amara, kofi, logged } from '../own-card/desk.ts';

type Desk = Awaited<ReturnType<typeof deskAt>>;

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

const everyQuestion = ['log/standing', 'log/entries', 'log/entries/1', 'log/check'];

/** All pages of what is wanted, one after the other. */
const allOf = async ({ ask }: Pick<Desk, 'ask'>, query = ''): Promise<LogPage['entries']> => {
  const found: LogPage['entries'] = [];
  for (let below: number | null = Number.MAX_SAFE_INTEGER; below !== null; ) {
    const { status, said } = await ask(`log/entries?below=${below}&${query}`);
    expect(status).toBe(200);
    found.push(...said.entries);
    below = said.next;
  }
  return found;
};

const seqs = (entries: { seq: number }[]): number[] => entries.map(({ seq }) => seq);

/** A check takes its time where others are at work too. */
const patience = { timeout: 25_000 };

/** Asks how the check stands until it is over. */
const over = async ({ ask }: Pick<Desk, 'ask'>): Promise<Verification> => {
  let standing: Verification = { is: 'none' };
  await expect
    .poll(async () => {
      standing = (await ask('log/check')).said;
      return standing.is;
    }, patience)
    .not.toBe('running');
  return standing;
};

/** A kiosk on which twenty days were made up, and a manager at it. */
const simulated = async () => {
  const folder = temporaryFolder();
  simulate(folder, { sessions: 60, seed: 3, days: 20, until: '2026-10-31' });
  const device = openDevice({ folder });
  onTestFinished(() => device.close());
  return deskAt(device, 'manager');
};

test('without a sign-in the log is not read, checked, nor is it told how a check stands', async () => {
  const { ask, tell, device, withToken, token } = await signedInAs('manager');
  const own = token();
  for (const other of ['', `${own}x`, 'x'.repeat(5_000)]) {
    withToken(other);
    const size = readHead(device.db)?.size;
    for (const path of everyQuestion) expect((await ask(path)).status, path).toBe(401);
    expect((await tell('log/check', { id: randomUUID() })).status).toBe(401);
    expect((await tell('log/check/cancelled', {})).status).toBe(401);
    expect(readHead(device.db)?.size).toBe(size);
  }
});

test('a manager and an auditor read it with names, an admin without: the log has none', async () => {
  for (const role of ['manager', 'auditor', 'admin'] as const) {
    const desk = await signedInAs(role);
    wholeSurgery(desk.device);
    const { status, said } = await desk.ask('log/entries');
    expect(status).toBe(200);
    expect(Object.keys(said.people).length > 0, role).toBe(role !== 'admin');
    const { said: proof } = await desk.ask('log/entries/5');
    expect(proof.seq).toBe(5);
    if (role === 'admin') expect(proof.people).toEqual({});
    expect(JSON.stringify(said.entries)).not.toContain('Amara');
  }
});

test('what is read is in the log before it is answered: once for each thousand numbers, or for what was asked for', async () => {
  const { ask, device } = await signedInAs('manager');
  wholeSurgery(device);
  await ask('log/entries');
  await ask('log/entries?below=40');
  await ask('log/entries/3');
  const read = () => logged(device, 'log-read').map(({ actor, ids, data }) => [actor, ids, data] as const);
  const manager = { kind: 'signed-in', person: amara, role: 'manager' };
  expect(read()).toEqual([[manager, {}, { from: 1, to: expect.any(Number) }]]);
  await ask('log/entries?type=unlocked');
  await ask('log/entries?type=unlocked&below=9999');
  await ask(`log/entries?actor=signed-in&person=${amara}&from=2026-11-01`);
  expect(read().slice(1)).toEqual([
    [manager, {}, { from: 1, to: expect.any(Number), type: 'unlocked' }],
    [
      manager,
      { person: amara },
      { from: 1, to: expect.any(Number), actor: 'signed-in', firstDay: '2026-11-01' },
    ],
  ]);
});

test('another sign-in is told of anew', async () => {
  const { ask, device, signIn } = await signedInAs('manager');
  await ask('log/entries');
  await signIn(managerPin);
  await ask('log/entries');
  expect(logged(device, 'log-read')).toHaveLength(2);
});

test('every entry is on some page once, the newest first; by type, day, actor and session just those that there are', async () => {
  const desk = await simulated();
  const before = allEntries
    .all(desk.device.db, {})
    .map(({ bytes }) => decodeEntry(bytes))
    .reverse();
  const { size } = before[0] === undefined ? { size: 0 } : { size: before[0].seq };
  const found = async (query: string) => (await allOf(desk, query)).filter(({ seq }) => seq <= size);
  const expected = (keep: (entry: (typeof before)[number]) => boolean) => seqs(before.filter(keep));
  expect(seqs(await found(''))).toEqual(expected(() => true));
  for (const type of ['introduction-recorded', 'recall-answered', 'introduction-withdrawn', 'unlocked'])
    expect(seqs(await found(`type=${type}`)), type).toEqual(expected((entry) => entry.type === type));
  for (const actor of ['simulator', 'system', 'signed-in', 'bedside'])
    expect(seqs(await found(`actor=${actor}`)), actor).toEqual(expected((one) => one.actor.kind === actor));
  const days = 'from=2026-10-14&to=2026-10-16';
  const onDays = ({ at }: { at: string }) => at >= '2026-10-14' && at < '2026-10-17';
  expect(seqs(await found(days))).toEqual(expected(onDays));
  expect((await found(days)).length).toBeGreaterThan(50);
  expect(seqs(await found(`type=round-ended&actor=simulator&${days}`))).toEqual(
    expected((entry) => entry.type === 'round-ended' && onDays(entry)),
  );
  const session = before.find((entry) => entry.type === 'session-opened')?.event ?? '';
  expect(seqs(await found(`session=${session}`))).toEqual(
    expected((entry) => 'session' in entry.ids && entry.ids.session === session),
  );
  expect(await found('type=no-such-thing')).toEqual([]);
  expect(await found('from=2031-01-01')).toEqual([]);
}, 30_000);

test('a day is found whole also where the clock was set back and it began twice', async () => {
  const desk = await signedInAs('manager');
  const { device, clock } = desk;
  const say = (day: number) => {
    clock.set(new Date(2026, 10, day, 9));
    device.say({ type: 'kiosk-stopped', ids: {}, data: {} });
  };
  for (const day of [23, 24, 23, 24, 25]) say(day);
  clock.set(new Date(2026, 10, 22, 9));
  const on = async (day: number) =>
    (await allOf(desk, `type=kiosk-stopped&from=2026-11-${day}&to=2026-11-${day}`)).length;
  expect([await on(22), await on(23), await on(24), await on(25)]).toEqual([0, 2, 2, 1]);
});

test('an entry comes with its bytes, and with a proof that leads to what the newest checkpoint signs', async () => {
  const { ask, device } = await signedInAs('manager');
  wholeSurgery(device);
  signNow(device);
  const { said } = await ask('log/entries/17');
  const read: EntryProof = said;
  const bytes = new TextEncoder().encode(read.bytes);
  expect(decodeEntry(bytes)).toMatchObject({ seq: 17, event: read.event, part: read.part });
  const leaf = leafHash(sha256, bytes);
  expect(Buffer.from(leaf).toString('hex')).toBe(read.leaf);
  const signed = parseCheckpoint(read.proof?.note ?? '');
  if (signed === null || read.proof === null) throw new Error('It is not signed');
  expect(signed.size).toBe(read.proof.size);
  const proof = read.proof.hashes.map((hash) => fromHex(hash) ?? new Uint8Array());
  const claim = { leaf, index: 16, size: signed.size, root: signed.root, proof };
  expect(verifyInclusion(sha256, claim)).toBe(true);
  expect(verifyInclusion(sha256, { ...claim, index: 15 })).toBe(false);
  expect(read.proof.holds).toBe(true);
  expect(read.firstSigned?.size).toBeGreaterThanOrEqual(17);
});

test('an entry that somebody changed does not lead to what was signed, and is shown as none that can be read', async () => {
  const { ask, device } = await signedInAs('manager');
  wholeSurgery(device);
  signNow(device);
  device.db
    .prepare(
      `update entry set bytes = cast(replace(cast(bytes as text), '"self"', '"badge"') as blob) where type = 'introduction-recorded'`,
    )
    .run();
  const changed = logged(device, 'introduction-recorded')[0]?.seq ?? 0;
  expect((await ask(`log/entries/${changed}`)).said.proof.holds).toBe(false);
  device.db.prepare("update entry set bytes = cast('not json' as blob) where seq = ?").run(changed);
  const { status, said } = await ask(`log/entries/${changed}`);
  expect([status, said.entry.happened, said.bytes]).toEqual([200, null, 'not json']);
  expect((await ask('log/entries?type=introduction-recorded')).status).toBe(200);
});

test('what was recorded just now is not signed yet, and is said to be so', async () => {
  const { ask, device } = await signedInAs('manager');
  signNow(device);
  device.say({ type: 'kiosk-stopped', ids: {}, data: {} });
  const seq = readHead(device.db)?.size ?? 0;
  const { said } = await ask(`log/entries/${seq}`);
  expect([said.proof, said.firstSigned]).toEqual([null, null]);
});

test('what is no number, day, type or actor is refused, and no word of SQL or of objects gets through', async () => {
  const { ask } = await signedInAs('manager');
  const odd = [
    "x' or '1'='1",
    '__proto__',
    '../..',
    '%',
    'x'.repeat(65),
    '\u202e',
    '',
    'NaN',
    '1e999',
    '-1',
    '0',
  ];
  for (const value of odd) {
    const text = encodeURIComponent(value);
    for (const field of ['actor', 'from', 'to', 'below', 'person'])
      expect((await ask(`log/entries?${field}=${text}`)).status, `${field} ${value}`).toBe(400);
    if (value !== '') expect((await ask(`log/entries/${text}`)).status, value).toBe(400);
  }
  expect((await ask("log/entries?type=x'--")).status).toBe(400);
  expect((await ask('log/entries?type=constructor')).said.entries).toEqual([]);
  expect((await ask('log/entries?type=to-string')).said.entries).toEqual([]);
  expect((await ask(`log/entries?person=${kofi}`)).status).toBe(400);
  expect((await ask('log/entries?seq=1')).status).toBe(400);
  expect((await ask('log/entries/999999999')).status).toBe(404);
});

test('how it stands: how far it goes and is signed, what left the kiosk, whose key, and when it was last checked', async () => {
  const { ask, device } = await signedInAs('admin');
  expect((await ask('log/standing')).said).toMatchObject({ anchored: null, asked: null, daily: null });
  shareCheckpoint(device, 'for-witness', { kind: 'bedside' });
  expect((await ask('log/standing')).said.anchored).toBe(null);
  const { size, fingerprint } = shareCheckpoint(device, 'printed', { kind: 'bedside' });
  device.say({
    ...{ type: 'checked', ids: {} },
    data: { occasion: 'daily', result: 'ok', size, entry: null, why: null },
  });
  expect((await ask('log/standing')).said).toMatchObject({
    ...{ size: size + 2, fingerprint, signed: { size } },
    anchored: { size, way: 'printed' },
    daily: { result: 'ok', size },
    ...{ asked: null, purged: null, verification: { is: 'none' } },
  });
});

test('whoever asks has the whole record checked beside everything else; the log says who asked and what came of it', async () => {
  const desk = await signedInAs('auditor');
  const { device, tell, ask } = desk;
  wholeSurgery(device);
  const { size } = shareCheckpoint(device, 'shown', { kind: 'bedside' });
  const id = randomUUID();
  const begun = await tell('log/check', { id });
  expect(begun.said).toMatchObject({ is: 'running', id });
  expect((await tell('log/check', { id: randomUUID() })).said).toMatchObject({ is: 'running', id });
  const done = await over(desk);
  expect(done).toMatchObject({ is: 'done', id, found: { result: 'ok', anchored: size, invented: 0 } });
  expect((await tell('log/check', { id })).said).toEqual(done);
  await expect.poll(() => logged(device, 'checked').length, patience).toBeGreaterThan(0);
  expect(logged(device, 'checked').at(-1)).toMatchObject({
    ...{ event: id, actor: { kind: 'signed-in', person: kofi, role: 'auditor' } },
    data: { occasion: 'asked', result: 'ok' },
  });
  expect((await ask('log/standing')).said.asked).toMatchObject({ result: 'ok' });
});

test('a changed entry is named as the first that cannot be trusted, and the kiosk says so from then on', async () => {
  const desk = await signedInAs('manager');
  const { device, tell } = desk;
  wholeSurgery(device);
  signNow(device);
  device.db
    .prepare(
      `update entry set bytes = cast(replace(cast(bytes as text), '"self"', '"badge"') as blob) where type = 'introduction-recorded'`,
    )
    .run();
  const entry = logged(device, 'introduction-recorded')[0]?.seq ?? 0;
  await tell('log/check', { id: randomUUID() });
  expect(await over(desk)).toMatchObject({
    ...{ is: 'done', found: { result: 'bad', entry, lastGood: entry - 1, why: 'entry-changed' } },
  });
  expect(device.health.status.state).toBe('bad');
});

test('a check can be ended; nothing is said of it, and another can begin', async () => {
  const desk = await simulated();
  const { device, tell } = desk;
  const id = randomUUID();
  await tell('log/check', { id });
  expect((await tell('log/check/cancelled', {})).said).toEqual({ is: 'cancelled', id });
  expect((await tell('log/check/cancelled', {})).said).toEqual({ is: 'cancelled', id });
  const asked = () =>
    logged(device, 'checked').filter((one) => one.type === 'checked' && one.data.occasion === 'asked');
  const again = randomUUID();
  await tell('log/check', { id: again });
  expect(await over(desk)).toMatchObject({ is: 'done', id: again, found: { result: 'ok' } });
  await expect.poll(() => asked().length, patience).toBe(1);
  expect(asked()[0]?.event).toBe(again);
});

test('to watch a check is not to be there: the sign-in ends by itself all the same', async () => {
  const { ask, clock } = await signedInAs('manager');
  for (let minute = 0; minute < 2; minute += 1) {
    expect((await ask('log/check')).status).toBe(200);
    clock.pass(60_000);
  }
  expect((await ask('log/check')).status).toBe(401);
});

test('of a place that a kiosk was moved to the log has the id, and whoever reads it is told the name', async () => {
  const desk = await signedInAs('admin');
  const moved = { name: 'OR 9', unit: 'Heart surgery' };
  const before = settingsView(desk.device).place;
  const id = randomUUID();
  expect(changeFromView(desk.device, { kind: 'command-line' }, { id, change: { place: moved } }).ok).toBe(
    true,
  );
  const { said } = await desk.ask('log/entries?type=settings-changed');
  const page: LogPage = said;
  const [newest] = page.entries;
  const change =
    newest?.happened?.type === 'settings-changed' ? newest.happened.data.changes?.[0] : undefined;
  expect(change).toMatchObject({ setting: 'place' });
  expect([change?.from, change?.to].map((place) => page.places[place ?? ''])).toEqual([before, moved]);
  const one: EntryProof = (await desk.ask(`log/entries/${newest?.seq}`)).said;
  expect(one.places[change?.to ?? '']).toEqual(moved);
  expect(one.bytes).not.toContain('OR 9');
});
