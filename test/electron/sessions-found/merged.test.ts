import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { PersonCard } from '../../../core/view.ts';
import { bedside } from '../../support/device.ts';
import { kofi, logged } from '../own-card/desk.ts';
import { atPeople } from '../people/desk.ts';

/** Somebody typed in as a visitor, who was in a session so, and is found later to be Kofi. */
const foundToBeKofi = async () => {
  const kiosk = await atPeople();
  const { id: double } = await kiosk.add('Quentin', 'Mensah', 'surgeon');
  const sessions = [double, kofi].map((person) => {
    const { open, tap } = bedside(kiosk.device);
    const id = open([{ person, role: 'surgeon' }]);
    tap({ type: 'close-session' });
    return id;
  });
  const [one, other] = [await kiosk.file(kofi), await kiosk.file(double)];
  const merged = await kiosk.change('merged', {
    ...{ id: randomUUID(), keep: { person: kofi, version: one.version } },
    double: { person: double, version: other.version },
  });
  expect(merged.status).toBe(200);
  const ask = async (path: string) => {
    const answer = await kiosk.get(`/api/manage/sessions/${path}`, { 'x-signed-in': kiosk.token() });
    expect(answer.status).toBe(200);
    return answer.json();
  };
  return { ...kiosk, sessions, ask };
};

test('somebody’s sessions are also those of their double, and the log says whose were looked for', async () => {
  const { device, sessions, ask } = await foundToBeKofi();
  const { items, total } = await ask(`held?person=${kofi}`);
  expect(items.map(({ id }: { id: string }) => id).toSorted()).toEqual(sessions.toSorted());
  expect(total).toBe(2);
  expect(logged(device, 'person-sought')).toMatchObject([{ ids: { person: kofi }, data: { count: 2 } }]);
});

test('by a name that only the double had one finds the person who is kept, once', async () => {
  const { ask } = await foundToBeKofi();
  const found = async (q: string) => (await ask(`people?q=${q}`)).people.map(({ id }: PersonCard) => id);
  expect(await found('quentin')).toEqual([kofi]);
  expect(await found('mensah')).toEqual([kofi]);
  expect(await found('kofi')).toEqual([kofi]);
});

test('who was never in a session but as their double is found by either name', async () => {
  const kiosk = await atPeople();
  const { id: kept } = await kiosk.add('Abelone', 'Krogh', 'surgeon');
  const { id: double } = await kiosk.add('Abbie', 'Krogh', 'surgeon');
  const { open, tap } = bedside(kiosk.device);
  open([{ person: double, role: 'surgeon' }]);
  tap({ type: 'close-session' });
  const [one, other] = [await kiosk.file(kept), await kiosk.file(double)];
  await kiosk.change('merged', {
    ...{ id: randomUUID(), keep: { person: kept, version: one.version } },
    double: { person: double, version: other.version },
  });
  for (const q of ['abelone', 'abbie', 'krogh']) {
    const answer = await kiosk.get(`/api/manage/sessions/people?q=${q}`, { 'x-signed-in': kiosk.token() });
    expect(
      (await answer.json()).people.map(({ id }: PersonCard) => id),
      q,
    ).toEqual([kept]);
  }
});
