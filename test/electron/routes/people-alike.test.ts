import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { allEntries } from '../../../electron/store/log.ts';
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
