import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { toHex } from '../../../core/log/base64.ts';
import { linesOf } from '../../../core/log/bundle/lines.ts';
import { readTar } from '../../../core/log/bundle/read-tar.ts';
import type { Filter } from '../../../core/log/bundle/statement.ts';
import { cosign } from '../../../core/log/cosignature.ts';
import { decodeEntry, type LogEvent } from '../../../core/log/entry.ts';
import { parseNote } from '../../../core/log/note.ts';
import { algorithms, verifierKey } from '../../../core/log/verifier-key.ts';
import { beginLog, record } from '../../../electron/log/record.ts';
import { sha256 } from '../../../electron/log/signer.ts';
import type { Device } from '../../../electron/services/device.ts';
import { exportBundle } from '../../../electron/services/exports/bundle.ts';
import { contentOf } from '../../../electron/services/exports/bundle-content.ts';
import { snapshotOf } from '../../../electron/services/exports/bundle-snapshot.ts';
import { addAnchor, anchoredSizes, checkpointOf } from '../../../electron/store/checkpoints.ts';
import { allEntries, readHead } from '../../../electron/store/log.ts';
import { bedside, demoDevice, temporaryFolder } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';
import { hasPython, noPython, ours, PythonVerifier, verified } from '../../support/verifiers.ts';
import { testOnlySigner } from '../../vectors/make/ids.ts';

const administrator = { kind: 'command-line' } as const;
const all: Filter = { kind: 'all' };

const exported = async (device: Device, filter: Filter = all) => {
  const out = join(temporaryFolder(), 'bundle.tar');
  const said = await exportBundle(device, filter, out, administrator);
  const bytes = readFileSync(out);
  const source = {
    size: bytes.length,
    read: (at: number, length: number) => bytes.subarray(at, at + length),
  };
  const members = new Map(
    readTar(source)?.map(({ name, at, size }) => [name, bytes.subarray(at, at + size).toString()]),
  );
  const member = (name: string): string => members.get(name) ?? `no ${name}`;
  const entries = [...linesOf([Buffer.from(member('entries.ndjson'))])].map(decodeEntry);
  return { said, bytes, members, member, entries };
};

const say = (device: Device, event: LogEvent): void => {
  record(device, { id: randomUUID(), actor: administrator, events: [event] });
};

/** A device on which a surgery was held, and the id of that session. */
const afterSurgery = (): { device: Device; session: string } => {
  const device = demoDevice();
  let session = '';
  wholeSurgery(device, () => {
    session ||= bedside(device).session().id;
  });
  return { device, session };
};

const changed: LogEvent = { type: 'settings-changed', ids: {}, data: { settings: ['language'] } };

test('the whole record leaves as it is stored, byte for byte, and holds', async () => {
  const { device } = afterSurgery();
  const stored = allEntries.all(device.db, {}).map(({ bytes }) => `${Buffer.from(bytes)}\n`);
  const { bytes, members, member } = await exported(device);
  expect([...members.keys()]).toEqual([
    ...['README.txt', 'statement.txt', 'keys.txt', 'checkpoints.txt', 'entries.ndjson', 'leaves.txt'],
  ]);
  expect(member('entries.ndjson')).toBe(stored.join(''));
  expect(ours({ bytes })).toMatchObject({ result: 'ok', size: stored.length, entries: stored.length });
});

test('the log says what left, and the checkpoint in it is an anchor from then on', async () => {
  const { device, session } = afterSurgery();
  const size = readHead(device.db)?.size ?? 0;
  const { said, bytes } = await exported(device);
  const digest = createHash('sha256').update(bytes).digest('hex');
  expect(said).toMatchObject({ entries: size, size, digest });
  const last = () => decodeEntry(allEntries.all(device.db, {}).at(-1)?.bytes ?? new Uint8Array());
  const data = { format: 'bundle', from: null, to: null, rows: size, digest, size };
  expect(last()).toMatchObject({ type: 'exported', actor: administrator, ids: {}, data });
  expect(anchoredSizes.all(device.db, {})).toEqual([{ size }]);
  await exported(device, { kind: 'session', id: session });
  expect(last()).toMatchObject({ type: 'exported', ids: { session }, data: { from: null, to: null } });
  await exported(device, { kind: 'days', from: '2026-01-01', to: '2026-01-31' });
  expect(last()).toMatchObject({ ids: {}, data: { from: '2026-01-01', to: '2026-01-31', rows: 0 } });
});

test('a part has what its filter asks for, and says in words what it is', async () => {
  const { device, session } = afterSurgery();
  say(device, { type: 'hold-placed', ids: { hold: 'hold-1', session }, data: { from: null, to: null } });
  say(device, changed);
  const of = await exported(device, { kind: 'session', id: session });
  expect(ours(of)).toMatchObject({ result: 'ok', entries: of.said.entries });
  // Also what is about the session without being of it.
  expect(of.entries.at(-1)?.type).toBe('hold-placed');
  expect(of.entries.every((entry) => 'session' in entry.ids && entry.ids.session === session)).toBe(true);
  expect(of.entries.length).toBeGreaterThan(25);
  expect(of.member('README.txt')).toContain(`about session ${session}`);
  expect(of.member('README.txt')).toContain('It does not prove that everything is here');

  const today = of.entries[0]?.at.slice(0, 10) ?? '';
  const ofDay = await exported(device, { kind: 'days', from: today, to: '2999-12-31' });
  expect(ours(ofDay)).toMatchObject({ result: 'ok', entries: ofDay.said.size });
  const never = await exported(device, { kind: 'days', from: '1999-01-01', to: '1999-12-31' });
  expect(ours(never)).toMatchObject({ result: 'ok', entries: 0 });
  expect(never.member('README.txt')).toContain('no entry');
});

test('every bundle is an anchor for those that come later, of the whole record and of parts', async () => {
  const { device, session } = afterSurgery();
  const first = await exported(device);
  say(device, changed);
  const anchors = [`${first.member('checkpoints.txt').split('\n\n').slice(-2).join('\n\n')}`];
  const { size } = first.said;
  expect(ours({ ...(await exported(device)), anchors })).toMatchObject({ result: 'ok', anchored: size });
  const part = await exported(device, { kind: 'session', id: session });
  expect(verified({ ...part, anchors })).toMatchObject({ result: 'ok', anchored: size, unused: [] });
});

test('what a witness signed goes along below its checkpoint', async () => {
  const { device } = afterSurgery();
  const { size } = (await exported(device)).said;
  const witness = { name: 'bedside-hello/witness/test', ...testOnlySigner('witness') };
  const { text } = parseNote(checkpointOf.get(device.db, { size })?.note ?? '') ?? { text: '' };
  const cosignature = cosign(sha256, { ...witness, time: 1_772_500_000 }, text);
  addAnchor(device.db, { size, way: 'witnessed', at: '2026-03-01T00:00:00.000+00:00', cosignature });
  say(device, changed);
  const key = verifierKey(sha256, witness.name, witness.publicKey, algorithms.cosignature);
  expect(ours({ ...(await exported(device)), witnesses: [key] })).toMatchObject({
    result: 'ok',
    anchored: size,
  });
});

test('after a purge it begins where the record does, and says so', async () => {
  const device = demoDevice();
  for (let more = 0; more < 9; more += 1) say(device, changed);
  const through = 6;
  const event: LogEvent = {
    type: 'purged',
    ids: {},
    data: { through, count: through, before: '2020-01-01' },
  };
  record(device, { id: randomUUID(), actor: administrator, events: [event], sign: true }, (db) => {
    db.prepare('delete from entry where seq <= ?').run(through);
  });
  wholeSurgery(device);
  const { bytes, member, said, entries } = await exported(device);
  expect(entries[0]?.seq).toBe(through + 1);
  expect(ours({ bytes })).toMatchObject({ result: 'ok', size: said.size, purged: through });
  expect(member('README.txt')).toContain('The entries from 1 to 6 had been deleted');
});

test('a record put back from a backup leaves with the keys of both logs, and so do its parts', async () => {
  const { device, session } = afterSurgery();
  await exported(device);
  const { log_id: from, size, root } = readHead(device.db) ?? { log_id: '', size: 0, root: new Uint8Array() };
  beginLog(device, randomUUID());
  const data = { from, size, root: toHex(root), digest: '0'.repeat(64) };
  say(device, { type: 'restored', ids: {}, data });
  const whole = await exported(device);
  expect(whole.member('keys.txt').split('\n')).toHaveLength(3);
  expect(ours(whole)).toMatchObject({ result: 'ok', size: size + 1 });
  const part = await exported(device, { kind: 'session', id: session });
  expect(ours(part)).toMatchObject({ result: 'ok' });
});

test('who taps meanwhile does not wait, and what is tapped meanwhile is not in it', async () => {
  const device = demoDevice();
  const events = Array.from({ length: 1000 }, () => changed);
  record(device, { id: randomUUID(), actor: administrator, events });
  const before = readHead(device.db)?.size ?? 0;
  let [done, taps] = [false, 0];
  const exporting = exported(device).finally(() => {
    done = true;
  });
  for (; !done; await setImmediate()) {
    say(device, changed);
    taps += 1;
  }
  const { bytes, said } = await exporting;
  expect(taps).toBeGreaterThan(10);
  expect(said.size).toBeLessThan(before + 3);
  expect(ours({ bytes })).toMatchObject({ result: 'ok', size: said.size });
});

test('already while its entries are counted, everybody else has a turn after every few of them', async () => {
  const device = demoDevice();
  const events = Array.from({ length: 2000 }, () => changed);
  record(device, { id: randomUUID(), actor: administrator, events, sign: true });
  const { app, signer } = device;
  let [done, turns] = [false, 0];
  const counting = contentOf(snapshotOf(device.db, all), { app, signer, made: '2026-03-01T00:00:00Z' });
  void counting.finally(() => {
    done = true;
  });
  for (; !done; await setImmediate()) turns += 1;
  expect((await counting).counts.entries).toBeGreaterThan(2000);
  expect(turns).toBeGreaterThan(9);
});

test('where nothing can be written, nothing is said to have left, and nothing half-written stays', async () => {
  const { device } = afterSurgery();
  const folder = temporaryFolder();
  const before = allEntries.all(device.db, {}).length;
  await expect(exportBundle(device, all, join(folder, 'no/such.tar'), administrator)).rejects.toThrow();
  await expect(exportBundle(device, all, join(device.folder, 'x.tar'), administrator)).rejects.toThrow(
    'holds the record',
  );
  expect(allEntries.all(device.db, {})).toHaveLength(before);
  expect(existsSync(join(device.folder, 'x.tar'))).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

test.skipIf(!hasPython)(
  `the second verifier says the same of what this program writes${noPython}`,
  async () => {
    const { device, session } = afterSurgery();
    const python = new PythonVerifier();
    onTestFinished(() => python.end());
    const filters: Filter[] = [
      all,
      { kind: 'session', id: session },
      { kind: 'days', from: '2026-01-01', to: '2999-12-31' },
    ];
    for (const filter of filters) {
      const { bytes } = await exported(device, filter);
      const [theirs] = await python.answers([{ bytes }]);
      expect(theirs).toMatchObject({ result: 'ok' });
      expect(theirs).toEqual(ours({ bytes }));
    }
  },
);
