import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { ownCard } from '../../../electron/services/own-card/card.ts';
import { changeCard } from '../../../electron/services/own-card/change.ts';
import { takeBack } from '../../../electron/services/own-card/keep.ts';
import { setPhoto, setSound } from '../../../electron/services/own-card/media.ts';
import { closeCard } from '../../../electron/services/own-card/opening.ts';
import { cardsOf, photo, searchPeople } from '../../../electron/services/people.ts';
import { changeSettings } from '../../../electron/services/settings.ts';
import { sound } from '../../../electron/services/sounds.ts';
import { deviceView } from '../../../electron/services/view.ts';
import { bedside, bytesIn, demoDevice } from '../../support/device.ts';
import { voice } from '../../support/voice.ts';
import { amara, atTheirCard, logged, picture } from './desk.ts';

const cardOf = (device: Parameters<typeof cardsOf>[0], id = amara) => {
  const [card] = cardsOf(device, [id]);
  if (card === undefined) throw new Error('There is no such card');
  return card;
};

test('what somebody says of themselves is seen at once, by everybody and in search', async () => {
  const device = demoDevice();
  bedside(device).open();
  const { say } = await atTheirCard(device);
  say({ preferred: '  Mára  ' });
  say({ sayIt: 'MAH-ra', pronouns: 'they/them', line: 'I sing.', languages: ['yo', 'en'] });
  expect(cardOf(device)).toMatchObject({
    ...{ first: 'Mára', sayIt: 'MAH-ra', pronouns: 'they/them', gender: 'neutral' },
    ...{ line: 'I sing.', languages: ['yo', 'en'] },
  });
  expect(deviceView(device).people[amara]?.first).toBe('Mára');
  expect(searchPeople(device, 'mara').map(({ id }) => id)).toEqual([amara]);
  say({ preferred: null });
  expect(cardOf(device).first).toBe('Amara');
});

test('taking a change back takes back nothing that a list brought in meanwhile', async () => {
  const device = demoDevice();
  const { say, opening } = await atTheirCard(device);
  const of = say({ preferred: 'Zorblax' });
  const given = cardOf(device).pronouns;
  device.db
    .prepare(`update person set languages = '["fr"]', line = 'From the list.' where id = ?`)
    .run(amara);
  expect(takeBack(device, opening(), { id: randomUUID(), of })).toBe(true);
  expect(cardOf(device)).toMatchObject({
    ...{ first: 'Amara', pronouns: given, languages: ['fr'], line: 'From the list.' },
  });
});

test('a sound that arrives when the card is closed is kept on no card', async () => {
  const device = demoDevice();
  const { token, opening } = await atTheirCard(device);
  const asked = opening();
  closeCard(device, token);
  expect(setSound(device, asked, { id: randomUUID(), original: voice(1) })).toEqual({
    ...{ ok: false, problem: 'not-open' },
  });
  expect(cardOf(device).nameSound).toBeNull();
});

test('the log says which parts changed and by whom, never to what', async () => {
  const device = demoDevice();
  const { say } = await atTheirCard(device);
  say({ preferred: 'Zorblax', line: 'Quxotl' });
  expect(logged(device, 'card-changed')).toMatchObject([
    {
      ...{ actor: { kind: 'badge', person: amara }, ids: { person: amara } },
      data: { fields: ['preferred', 'line'] },
    },
  ]);
  expect(JSON.stringify(logged(device, 'card-changed'))).not.toMatch(/Zorblax|Quxotl/u);
});

test('the same tap again, and what stands there already, is not recorded twice', async () => {
  const device = demoDevice();
  const { say, opening } = await atTheirCard(device);
  const id = randomUUID();
  const tap = { id, change: { line: 'I sing.' } };
  changeCard(device, opening(), tap);
  changeCard(device, opening(), tap);
  say({ line: ' I sing. ' });
  expect(logged(device, 'card-changed')).toHaveLength(1);
  expect(takeBack(device, opening(), { id: randomUUID(), of: id })).toBe(true);
});

test('what cannot be kept is refused as a whole, by its field, and the card is as it was', async () => {
  const device = demoDevice();
  const { opening } = await atTheirCard(device);
  const before = ownCard(device, amara);
  const refused = (change: Parameters<typeof changeCard>[2]['change']) =>
    changeCard(device, opening(), { id: randomUUID(), change });
  expect(refused({ sayIt: 'fine', line: 'x'.repeat(121) })).toMatchObject({
    problem: { field: 'line', problem: 'too-long' },
  });
  expect(refused({ preferred: 'a\u202eb' })).toMatchObject({
    problem: { field: 'preferred', problem: 'forbidden-character' },
  });
  expect(ownCard(device, amara)).toEqual(before);
  expect(logged(device, 'card-changed')).toEqual([]);
});

test('less of a name can be shown than here, never more', async () => {
  const device = demoDevice();
  const { say, opening } = await atTheirCard(device);
  say({ names: 'first-only' });
  expect(cardOf(device)).toMatchObject({ first: 'Amara', rest: '' });
  changeSettings(device, { kind: 'system' }, { names: 'first-and-initial' });
  const wider = changeCard(device, opening(), { id: randomUUID(), change: { names: 'full' } });
  expect(wider).toEqual({ ok: false, problem: { field: 'names', problem: 'wider' } });
  say({ names: null });
  expect(cardOf(device).rest).toBe('O.');
});

test('the last change can be taken back, once, and only the last', async () => {
  const device = demoDevice();
  const { say, opening } = await atTheirCard(device);
  const before = ownCard(device, amara);
  const first = say({ line: 'One' });
  const second = say({ line: 'Two' });
  const undo = (of: string, id = randomUUID()) => takeBack(device, opening(), { id, of });
  expect(undo(first)).toBe(false);
  const id = randomUUID();
  expect([undo(second, id), undo(second, id), undo(second)]).toEqual([true, true, false]);
  expect(cardOf(device).line).toBe('One');
  expect(undo(first)).toBe(false);
  say({ line: before.card.line });
  expect(ownCard(device, amara)).toEqual(before);
  expect(logged(device, 'card-changed').map(({ data }) => data)).toEqual(
    Array.from({ length: 4 }, () => ({ fields: ['line'] })),
  );
});

test('a photo is shown from its day on until it is too old, each of the two by its own day', async () => {
  const device = demoDevice();
  const { opening } = await atTheirCard(device);
  const put = async (kind: 'face' | 'masked', taken: string) =>
    setPhoto(device, opening(), { id: randomUUID(), kind, taken, original: await picture('#336699') });
  const year = device.clock.now().getUTCFullYear();
  expect(await put('face', `${year - 1}-01-01`)).toMatchObject({ ok: true });
  expect(await put('masked', `${year - 7}-01-01`)).toMatchObject({ ok: true });
  expect(cardOf(device)).toMatchObject({ photo: expect.stringMatching(/^\/photos\//u), maskedPhoto: null });
  expect(ownCard(device, amara)).toMatchObject({
    photo: { date: `${year - 1}-01-01`, tooOld: false },
    maskedPhoto: { date: `${year - 7}-01-01`, tooOld: true },
  });
  changeSettings(device, { kind: 'system' }, { photoYears: 10 });
  expect(cardOf(device).maskedPhoto).toMatch(/^\/photos\//u);
  for (const day of ['1949-12-31', `${year + 1}-12-31`])
    expect(await put('face', day)).toEqual({ ok: false, problem: 'no-such-day' });
  expect(logged(device, 'card-changed').map(({ data }) => data)).toEqual([
    { fields: ['photo'] },
    { fields: ['masked-photo'] },
  ]);
});

test('a photo that takes its time does not come onto a card that was closed meanwhile', async () => {
  const device = demoDevice();
  const { opening, token } = await atTheirCard(device);
  const original = await picture('#336699');
  const underWay = setPhoto(device, opening(), {
    id: randomUUID(),
    kind: 'face',
    taken: '2026-01-01',
    original,
  });
  closeCard(device, token);
  expect(await underWay).toEqual({ ok: false, problem: 'not-open' });
  expect(logged(device, 'card-changed')).toEqual([]);
});

test('an erased voice is in no file, and can be taken back until the card is closed', async () => {
  const device = demoDevice();
  const { say, opening, token } = await atTheirCard(device);
  const before = device.folder;
  const recorded = Buffer.from(voice(1.5, 311));
  const part = recorded.subarray(20_000, 20_400);
  expect(setSound(device, opening(), { id: randomUUID(), original: recorded })).toMatchObject({ ok: true });
  const path = cardOf(device).nameSound ?? '';
  const hash = path.slice('/sounds/'.length, -'.wav'.length);
  const heard = (of: string) => Buffer.from(sound(device, of) ?? []);
  expect(heard(hash)).toEqual(recorded);
  device.db.pragma('wal_checkpoint(truncate)');
  expect(bytesIn(before).includes(part)).toBe(true);

  const erased = say({ sound: null });
  expect([cardOf(device).nameSound, sound(device, hash)]).toEqual([null, null]);
  expect(bytesIn(before).includes(part)).toBe(false);

  expect(takeBack(device, opening(), { id: randomUUID(), of: erased })).toBe(true);
  expect(cardOf(device).nameSound).toBe(path);
  expect(heard(hash)).toEqual(recorded);
  say({ sound: null });
  closeCard(device, token);
  expect(bytesIn(before).includes(part)).toBe(false);
});

test('recording again leaves nothing of what was said before', async () => {
  const device = demoDevice();
  const { opening } = await atTheirCard(device);
  const first = Buffer.from(voice(1, 311));
  setSound(device, opening(), { id: randomUUID(), original: first });
  setSound(device, opening(), { id: randomUUID(), original: voice(1, 173) });
  expect(bytesIn(device.folder).includes(first.subarray(20_000, 20_400))).toBe(false);
});

test('a photo that is taken away is in no file, unless it is somebody else’s too', async () => {
  const device = demoDevice();
  const { say, opening } = await atTheirCard(device);
  const shared = ownCard(device, amara).photo?.path ?? '';
  const hashOf = (path: string) => path.slice('/photos/'.length, -'.webp'.length);
  await setPhoto(device, opening(), {
    ...{ id: randomUUID(), kind: 'face', taken: '2026-01-01' },
    original: await picture('#a1b2c3'),
  });
  expect(photo(device, hashOf(shared))).toBeNull();
  const own = hashOf(ownCard(device, amara).photo?.path ?? '');
  const bytes = Buffer.from(photo(device, own) ?? []);
  const kofi = await atTheirCard(device, 'kofi');
  await setPhoto(device, kofi.opening(), {
    ...{ id: randomUUID(), kind: 'masked', taken: '2026-01-01' },
    original: await picture('#a1b2c3'),
  });
  const again = await atTheirCard(device);
  again.say({ photo: null });
  expect(photo(device, own)).not.toBeNull();
  const other = await atTheirCard(device, 'kofi');
  other.say({ maskedPhoto: null });
  expect(photo(device, own)).toBeNull();
  expect(bytesIn(device.folder).includes(bytes)).toBe(false);
  expect(() => say({ photo: null })).toThrow('not open');
});
