import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { CardChange } from '../../../core/own-card.ts';
import type { Device } from '../../../electron/services/device.ts';
import { carryOutImport } from '../../../electron/services/imports/carry-out.ts';
import { planImport } from '../../../electron/services/imports/people.ts';
import { forgetOldImports } from '../../../electron/services/imports/remembered.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { changeCard } from '../../../electron/services/own-card/change.ts';
import { setPhoto, setSound } from '../../../electron/services/own-card/media.ts';
import { openCard } from '../../../electron/services/own-card/open.ts';
import { openingOf } from '../../../electron/services/own-card/opening.ts';
import { holderOf, searchPeople } from '../../../electron/services/people.ts';
import { photoBytes } from '../../../electron/store/people.ts';
import { query } from '../../../electron/store/sql.ts';
import { temporaryFolder } from '../../support/device.ts';
import { steadyClock } from '../../support/steady-clock.ts';
import { voice } from '../../support/voice.ts';
import { picture } from './desk.ts';

const dayMs = 24 * 60 * 60_000;
const photos = query<{ hash: string }>('select hash from photo order by hash');

const list = (over: Partial<Record<string, string>> = {}): string => {
  const row = {
    ...{ given: 'Ana', family: 'Sol', role: 'Nurse', preferred: 'Anita', 'how to say it': 'ah-NEE-ta' },
    ...{ pronouns: 'she/her', languages: 'Spanish; English', badge: 'B-77', ...over },
  };
  return `${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n`;
};

const bring = async (device: Device, folder: string, text: string) => {
  const plan = await planImport(device, { bytes: Buffer.from(text), folder });
  expect(plan.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const how = { actor: { kind: 'command-line' }, skipProblems: false } as const;
  expect((await carryOutImport(device, plan, how)).ok).toBe(true);
  return [plan.added.length, plan.changed.length, plan.skipped];
};

/** A device whose one person came by a list, and who has opened their card. */
const ana = async () => {
  const folder = temporaryFolder();
  const clock = steadyClock();
  const device = openDevice({ folder: join(folder, 'data'), clock });
  onTestFinished(() => device.close());
  await bring(device, folder, list());
  const opened = await openCard(device, { way: 'badge', code: 'B-77' });
  const opening = opened.ok ? openingOf(device, opened.value.token) : null;
  if (opening === null) throw new Error('The card was not opened');
  const say = (change: CardChange) => changeCard(device, opening, { id: randomUUID(), change });
  const card = () => holderOf(device, 'B-77');
  return { folder, device, clock, opening, say, card, again: (text: string) => bring(device, folder, text) };
};

test('what somebody said on their card stands, whatever a later list says', async () => {
  const { device, say, card, again } = await ana();
  say({ preferred: 'Nita', sayIt: 'NEE-ta' });
  say({ pronouns: null });
  say({ languages: ['qu'] });
  expect(await again(list({ preferred: 'Annie', 'how to say it': 'AN-ee', pronouns: 'he/him' }))).toEqual([
    0, 0, 1,
  ]);
  expect(card()).toMatchObject({ first: 'Nita', sayIt: 'NEE-ta', pronouns: null, languages: ['qu'] });
  expect(searchPeople(device, 'nita')).toHaveLength(1);
  expect(searchPeople(device, 'annie')).toHaveLength(0);
});

test('what they left to the list still follows it', async () => {
  const { device, say, card, again } = await ana();
  say({ line: 'I grow tomatoes.', preferred: 'Nita' });
  expect(await again(list({ 'how to say it': 'AH-na', role: 'Perfusionist', family: 'Sol' }))).toEqual([
    0, 1, 0,
  ]);
  expect(card()).toMatchObject({
    ...{ sayIt: 'AH-na', role: 'perfusionist', line: 'I grow tomatoes.', first: 'Nita' },
  });
  expect(searchPeople(device, 'sol')).toHaveLength(1);
});

test('their own photo and voice stay, and the list’s photo is not even kept', async () => {
  const { folder, device, opening, card, again } = await ana();
  writeFileSync(join(folder, 'ana.jpg'), await picture('#112233'));
  await again(list({ photo: 'ana.jpg' }));
  const fromList = card()?.photo;
  expect(fromList).toMatch(/^\/photos\//u);
  const face = {
    id: randomUUID(),
    kind: 'face',
    taken: '2026-01-02',
    original: await picture('#445566'),
  } as const;
  await setPhoto(device, opening, face);
  setSound(device, opening, { id: randomUUID(), original: voice(1) });
  const own = card();
  expect(own?.photo).not.toBe(fromList);
  writeFileSync(join(folder, 'new.jpg'), await picture('#778899'));
  expect(await again(list({ photo: 'new.jpg' }))).toEqual([0, 0, 1]);
  expect(card()).toEqual(own);
  expect(photos.all(device.db, {}).map(({ hash }) => `/photos/${hash}.webp`)).toEqual([own?.photo]);
});

test('a photo that they took away does not come back with the next list', async () => {
  const { folder, say, card, again } = await ana();
  writeFileSync(join(folder, 'ana.jpg'), await picture('#112233'));
  await again(list({ photo: 'ana.jpg' }));
  say({ photo: null });
  await again(list({ photo: 'ana.jpg' }));
  expect(card()?.photo).toBeNull();
});

test('a photo that a list replaces is kept only while that list can be put back', async () => {
  const { folder, device, clock, card, again } = await ana();
  writeFileSync(join(folder, 'one.jpg'), await picture('#112233'));
  writeFileSync(join(folder, 'two.jpg'), await picture('#445566'));
  await again(list({ photo: 'one.jpg' }));
  const before = card()?.photo?.slice('/photos/'.length, -'.webp'.length) ?? '';
  await again(list({ photo: 'two.jpg' }));
  forgetOldImports(device);
  expect(photos.all(device.db, {})).toHaveLength(2);
  expect(photoBytes.get(device.db, { hash: before })).toBeDefined();
  clock.pass(31 * dayMs);
  forgetOldImports(device);
  expect(photoBytes.get(device.db, { hash: before })).toBeUndefined();
  expect(photos.all(device.db, {})).toHaveLength(1);
});
