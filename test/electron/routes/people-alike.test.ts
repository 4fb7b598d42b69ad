import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { searchText } from '../../../core/names.ts';
import { peopleAlike } from '../../../electron/services/people-alike.ts';
import { allEntries } from '../../../electron/store/log.ts';
import { putPerson } from '../../../electron/store/people.ts';
import { letIn } from '../../support/api.ts';
import { demoDevice } from '../../support/device.ts';

const typedIn = async (name: string) => {
  const device = demoDevice();
  const { send } = await letIn(device);
  const visitor = { id: randomUUID(), name, role: 'interpreter' };
  const ask = async (more: object = {}) => {
    const answer = await send('/api/visitors', { ...visitor, ...more });
    const said: { alike?: { first: string }[]; person?: { id: string } } = await answer.json();
    return { ...said, alike: said.alike?.map(({ first }) => first) };
  };
  return { ask, visitor, entries: () => allEntries.all(device.db, {}).length };
};

test('whoever has a name like somebody here is shown them first, and nobody is added', async () => {
  for (const [name, meant] of [
    ['Аmara', 'Amara'],
    ['kofi mensah', 'Kofi'],
    ['Ines', 'Inês'],
  ]) {
    const { ask, entries } = await typedIn(name ?? '');
    const before = entries();
    expect((await ask()).alike).toEqual([meant]);
    expect(entries()).toBe(before);
  }
});

test('a name that only looks like somebody’s is noticed wherever they stand on a long roster', () => {
  const device = demoDevice();
  const none = { preferred: null, say_it: null, pronouns: null, credentials: null, title: null, line: null };
  const add = (given: string, family: string) =>
    putPerson(device.db, {
      ...{ ...none, id: `${given}-${family}`, given, family, role: 'bedside-nurse', languages: '[]' },
      ...{ photo: null, masked_photo: null, photo_date: null, origin: 'import' },
      ...{ search: searchText([given, family]), at: '2026-01-01T00:00:00.000+00:00' },
    });
  for (let at = 0; at < 100; at += 1) add('Abel', `A${at}`);
  add('Zyta', 'Zorn');
  // The first letter is Greek.
  expect(peopleAlike(device, 'Ζyta').map(({ id }) => id)).toEqual(['Zyta-Zorn']);
});

test('it is a warning and no obstacle: whoever is sure adds them, once', async () => {
  const { ask, visitor, entries } = await typedIn('Amara');
  const before = entries();
  expect((await ask({ sure: true })).person?.id).toBe(visitor.id);
  expect((await ask({ sure: true })).person?.id).toBe(visitor.id);
  expect(entries()).toBe(before + 1);
});

test('other names are added at once', async () => {
  for (const name of ['Tim', 'Amira', 'Ольга', '王小明']) {
    const { ask, visitor } = await typedIn(name);
    expect((await ask()).person?.id).toBe(visitor.id);
  }
});
