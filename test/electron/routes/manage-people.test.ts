import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { largestPhoto } from '../../../electron/services/photos.ts';
import { readHead } from '../../../electron/store/log.ts';
import { managed, managerPin, otherPin } from '../access/desk.ts';
import { amara, kofi, logged, picture } from '../own-card/desk.ts';
import { atPeople } from '../people/desk.ts';

const of = { id: randomUUID(), person: kofi, version: 1 };
const reads = [...['', '/suspects', '/changes', `/pair?one=${kofi}&other=${amara}`, `/person?id=${kofi}`]];
const changes: [path: string, body: object][] = [
  ['added', { id: randomUUID(), given: 'Zorblax', family: '', role: 'surgeon', sure: true }],
  ['changed', { ...of, change: { given: 'Zorblax' } }],
  ['leave', { ...of, leave: null }],
  ['badges', { id: randomUUID(), person: kofi, code: 'BADGE-1' }],
  ['badges/taken', { id: randomUUID(), person: kofi }],
  ['retired', of],
  ['returned', of],
  ['removed', of],
  ['merged', { id: randomUUID(), keep: { person: kofi, version: 1 }, double: { person: amara, version: 1 } }],
  ['told-apart', { id: randomUUID(), one: kofi, other: amara }],
  ['put-back', { id: randomUUID(), of: randomUUID() }],
];
const photoOf = (over: Record<string, string> = {}) => ({
  ...{ id: randomUUID(), person: kofi, version: '1', kind: 'face', taken: '2026-01-02', ...over },
});

/** What each way into the list of people answers, and whether anything of a person came with it. */
const tried = async (kiosk: Awaited<ReturnType<typeof atPeople>> | Awaited<ReturnType<typeof managed>>) => {
  const by = { 'x-signed-in': kiosk.token() };
  const answers = [
    ...(await Promise.all(reads.map((path) => kiosk.get(`/api/manage/people${path}`, by)))),
    ...(await Promise.all(changes.map(([path, body]) => kiosk.send(`/api/manage/people/${path}`, body, by)))),
    await kiosk.send(`/api/manage/people/photos?${new URLSearchParams(photoOf())}`, {}, by),
  ];
  const told = (await Promise.all(answers.map((answer) => answer.text()))).join();
  return {
    statuses: [...new Set(answers.map(({ status }) => status))].sort(),
    named: /kofi|mensah/iu.test(told),
  };
};

test('without a sign-in, with another token, or once it is over, nobody is named and nothing is written', async () => {
  const kiosk = await atPeople();
  const size = readHead(kiosk.device.db)?.size;
  const mine = kiosk.token();
  for (const token of ['', 'x'.repeat(43), 'x'.repeat(5_000)]) {
    kiosk.withToken(token);
    // What is no JSON and no photo either is refused before anybody is asked who they are.
    expect(await tried(kiosk)).toEqual({ statuses: [401, 415], named: false });
  }
  expect(readHead(kiosk.device.db)?.size).toBe(size);
  kiosk.withToken(mine);
  kiosk.clock.pass(16 * 60_000);
  expect((await tried(kiosk)).statuses).toEqual([401, 415]);
});

test('an auditor may not, and the log says once that they tried', async () => {
  const kiosk = await managed();
  await kiosk.signIn(managerPin);
  await kiosk.grant(kofi, 'auditor', otherPin);
  await kiosk.signIn(otherPin, { by: 'person', person: kofi });
  expect(await tried(kiosk)).toEqual({ statuses: [403, 415], named: false });
  expect(logged(kiosk.device, 'not-allowed').map(({ data }) => data)).toEqual([{ for: 'people' }]);
  expect(logged(kiosk.device, 'person-changed')).toEqual([]);
});

test('the PIN is asked for once more, for names too, and again after five minutes', async () => {
  const kiosk = await managed();
  await kiosk.signIn(managerPin);
  expect(await tried(kiosk)).toEqual({ statuses: [403, 415], named: false });
  await kiosk.confirm('exports');
  expect((await tried(kiosk)).statuses).toEqual([403, 415]);
  await kiosk.confirm('people');
  const list = () => kiosk.get('/api/manage/people', { 'x-signed-in': kiosk.token() });
  expect((await list()).status).toBe(200);
  for (let minute = 0; minute < 5; minute += 1) {
    kiosk.clock.pass(60_000);
    await kiosk.post('here', {});
  }
  expect((await list()).status).toBe(403);
});

test('the page cannot say who acts, nor what is the person’s own, nor reach into a prototype', async () => {
  const { device, change, look, file } = await atPeople();
  const { version } = await file(kofi);
  const size = readHead(device.db)?.size;
  const changed = (what: object, over: object = {}) =>
    change('changed', { id: randomUUID(), person: kofi, version, change: what, ...over });
  for (const body of [
    [{ given: 'x' }, { by: kofi }],
    [{ given: 'x' }, { actor: { kind: 'system' } }],
    [{ line: 'x' }],
    [{ pronouns: 'x' }],
    [{ photo: 'a'.repeat(64) }],
    [{ retired_at: null }],
    [{ merged_into: amara }],
    [JSON.parse('{"__proto__": {"given": "x"}, "constructor": {}}')],
    [{ languages: ['free text'] }],
    [{ languages: Array(13).fill('en') }],
    [{ role: 'constructor' }],
    [{ given: 'x'.repeat(2_001) }],
    [{ given: 7 }],
  ] as [object, object?][])
    expect((await changed(...body)).status, JSON.stringify(body).slice(0, 80)).toBe(400);
  for (const query of [
    { filter: 'constructor' },
    { from: '-1' },
    { from: '1e9' },
    { q: 'x'.repeat(201) },
    { order: 'by' },
  ])
    expect((await look('', query)).status, JSON.stringify(query)).toBe(400);
  expect(readHead(device.db)?.size).toBe(size);
  for (const q of ["'; drop table person; --", '%', '_', '\\', '" or 1=1', '\u202e', '\u0000'])
    expect((await look('', { q })).said.total, q).toBe(0);
});

test('nobody of this id is nobody, whatever it looks like', async () => {
  const { change, look } = await atPeople();
  for (const person of ['John.Smith', 'constructor', randomUUID()]) {
    expect((await look('/person', { id: person })).status).toBe(404);
    expect((await change('retired', { id: randomUUID(), person, version: 1 })).status).toBe(404);
    expect((await change('badges', { id: randomUUID(), person, code: 'BADGE-1' })).status).toBe(404);
  }
});

test('a photo is one by its bytes and its header: an SVG, a GIF, a bomb and a cut file change nothing', async () => {
  const { device, photo, file } = await atPeople();
  const { version } = await file(kofi);
  const size = readHead(device.db)?.size;
  const bomb = await sharp({
    create: { width: 5_001, height: 5_001, channels: 3, background: '#000' },
    limitInputPixels: false,
  })
    .png({ compressionLevel: 9 })
    .toBuffer();
  const gif = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#fff' } })
    .gif()
    .toBuffer();
  const jpeg = await picture('#336699');
  const send = async (body: Buffer | string, over: Record<string, string> = {}) =>
    (
      await photo(
        photoOf({ version: String(version), ...over }),
        'image/png',
        new Uint8Array(Buffer.from(body)),
      )
    ).said.problem;
  expect(await send('<svg xmlns="http://www.w3.org/2000/svg"/>')).toBe('not-a-photo');
  expect(await send(gif)).toBe('not-a-photo');
  expect(await send(bomb)).toBe('too-many-pixels');
  expect(await send(jpeg.subarray(0, 400))).toBe('damaged');
  expect(await send('')).toBe('not-a-photo');
  expect(await send(jpeg, { taken: '2999-01-01' })).toBe('no-such-day');
  const large = Buffer.concat([await picture('#336699', 'png'), Buffer.alloc(largestPhoto)]);
  expect((await photo(photoOf(), 'image/png', new Uint8Array(large))).status).toBe(413);
  expect((await photo(photoOf(), 'image/svg+xml', new Uint8Array(jpeg))).status).toBe(415);
  expect((await photo(photoOf(), 'image/gif', new Uint8Array(gif))).status).toBe(415);
  for (const over of [{ kind: 'passport' }, { person: '../x' }, { version: '0' }, { extra: 'x' }])
    expect(
      (await photo(photoOf(over as Record<string, string>), 'image/jpeg', new Uint8Array(jpeg))).status,
    ).toBe(400);
  expect(readHead(device.db)?.size).toBe(size);
});

test('a photo is kept, shown, put back with the one before, and erased after a week', async () => {
  const { device, clock, photo, file, putBack, say, get, signIn, confirm } = await atPeople();
  const before = await file(kofi);
  const query = photoOf({ version: String(before.version) });
  const sent = await photo(query, 'image/jpeg', new Uint8Array(await picture('#336699')));
  expect([sent.status, sent.said.result]).toEqual([200, { blurred: false }]);
  const after = await file(kofi);
  expect(after.photo).toMatchObject({ date: '2026-01-02', age: 'fresh', until: '2031-01-02' });
  expect((await putBack(query.id)).status).toBe(200);
  expect((await file(kofi)).photo?.path).toBe(before.photo?.path);
  expect((await get(after.photo?.path ?? '')).status).toBe(404);
  const { version } = await file(kofi);
  await photo(photoOf({ version: String(version) }), 'image/jpeg', new Uint8Array(await picture('#993366')));
  expect((await get(before.photo?.path ?? '')).status).toBe(200);
  clock.pass(9 * 24 * 3_600_000);
  await signIn(managerPin);
  await confirm('people');
  await say(kofi, { credentials: 'Dr.' });
  expect((await get(before.photo?.path ?? '')).status).toBe(404);
  expect(logged(device, 'person-changed').map(({ data }) => data)).toEqual([
    { fields: ['photo'] },
    { fields: ['photo'] },
    { fields: ['credentials'] },
  ]);
});
