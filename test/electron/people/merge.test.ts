import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { searchPeople } from '../../../electron/services/people.ts';
import { startView } from '../../../electron/services/start.ts';
import { idsOfPerson } from '../../../electron/store/people-merged.ts';
import { bedside } from '../../support/device.ts';
import { otherPin } from '../access/desk.ts';
import { newcomers } from '../imports/steps.ts';
import { kofi, logged } from '../own-card/desk.ts';
import { atPeople } from './desk.ts';

/** A demo kiosk where Kofi was typed in a second time, was in a session so, and has a badge by that name. */
const withDouble = async () => {
  const kiosk = await atPeople();
  const { names } = await kiosk.file(kofi);
  const { id: double } = await kiosk.add(names.given, names.family ?? '', 'surgeon');
  await kiosk.change('badges', { id: randomUUID(), person: double, code: 'DOUBLE-1' });
  const at = bedside(kiosk.device);
  at.open([{ person: double, role: 'surgeon' }]);
  at.tap({ type: 'close-session' });
  const merge = async (keep: string, gone: string) => {
    const [one, other] = [await kiosk.file(keep), await kiosk.file(gone)];
    const id = randomUUID();
    const body = {
      keep: { person: keep, version: one.version },
      double: { person: gone, version: other.version },
    };
    return { id, body, ...(await kiosk.change('merged', { id, ...body })) };
  };
  return { ...kiosk, double, merge, at };
};

test('who may be there twice is listed with why, and told apart is not listed again', async () => {
  const { double, look, change, list, putBack } = await withDouble();
  const { said } = await look('/suspects');
  expect(said).toMatchObject({ total: 1, pairs: [{ why: 'same-name', sameRole: true }] });
  expect((await list({ filter: 'doubles' })).people.map(({ card }) => card.id).sort()).toEqual(
    [double, kofi].sort(),
  );
  const id = randomUUID();
  expect((await change('told-apart', { id, one: kofi, other: double })).status).toBe(200);
  expect((await look('/suspects')).said.total).toBe(0);
  expect((await putBack(id)).status).toBe(200);
  expect((await look('/suspects')).said.total).toBe(1);
});

test('after a merge one person is found, has both badges and both histories, and the log keeps both ids', async () => {
  const { device, double, merge, list, file, look, send } = await withDouble();
  const done = await merge(kofi, double);
  expect(done.status).toBe(200);
  expect(done.said.person).toMatchObject({
    badges: 2,
    sessions: { count: 1 },
    merged: [{ id: double, sessions: 1 }],
  });
  expect(searchPeople(device, 'kofi').map(({ id }) => id)).toEqual([kofi]);
  expect((await list({ q: 'kofi', filter: 'retired' })).total).toBe(0);
  expect((await look('/person', { id: double })).status).toBe(404);
  expect(idsOfPerson.all(device.db, { id: kofi })).toEqual([{ id: kofi }, { id: double }]);
  const read = await send('/api/badges', { id: randomUUID(), code: 'DOUBLE-1', at: 'start' });
  expect((await read.json()).found.id).toBe(kofi);
  expect(startView(device).lastTeam).toEqual([{ person: kofi, role: 'surgeon' }]);
  expect(logged(device, 'people-merged').map(({ ids }) => ids)).toEqual([{ person: kofi, double }]);
  expect((await file(kofi)).suspects).toEqual([]);
});

test('a merge is taken apart, also weeks later: each has what was theirs, and what was said since stays', async () => {
  const { device, clock, double, merge, putBack, file, say, signIn, confirm, look } = await withDouble();
  const before = [await file(kofi), await file(double)];
  await merge(kofi, double);
  await say(kofi, { credentials: 'Dr.' });
  clock.pass(40 * 24 * 3_600_000);
  await signIn('483920');
  await confirm('people');
  const [merged] = (await file(kofi)).merged;
  expect((await look('/changes')).said.changes).toEqual([]);
  expect((await putBack(merged?.change ?? '')).status).toBe(200);
  const after = [await file(kofi), await file(double)];
  expect(after.map(({ badges, names, standing }) => ({ badges, names, standing }))).toEqual(
    before.map(({ badges, names, standing }) => ({ badges, names, standing })),
  );
  expect(after[0]?.credentials).toBe('Dr.');
  expect(logged(device, 'person-put-back')).toHaveLength(1);
});

test('a double of a double is whoever is kept in the end, and each is taken apart in turn', async () => {
  const { device, double, merge, putBack, add, file } = await withDouble();
  const first = await merge(kofi, double);
  const { id: third } = await add('Kofi', 'Third', 'surgeon');
  const second = await merge(third, kofi);
  expect(
    idsOfPerson
      .all(device.db, { id: third })
      .map(({ id }) => id)
      .sort(),
  ).toEqual([double, kofi, third].sort());
  expect((await putBack(first.id)).said.problem).toBe('changed-since');
  expect((await putBack(second.id)).status).toBe(200);
  expect((await file(kofi)).merged.map(({ id }) => id)).toEqual([double]);
  expect((await putBack(first.id)).status).toBe(200);
  expect((await file(double)).standing).toBe('here');
});

test('two are not made one while one of them is in the open session, nor is who can sign in made the double', async () => {
  const { double, merge, at, grant, confirm, look } = await withDouble();
  at.open([{ person: kofi, role: 'surgeon' }]);
  expect((await merge(kofi, double)).said.problem).toBe('in-session');
  at.tap({ type: 'close-session' });
  await grant(kofi, 'manager', otherPin);
  await confirm('people');
  const pair = (await look('/pair', { one: kofi, other: double })).said;
  expect(pair.obstacles).toEqual([null, 'has-access']);
  expect((await merge(double, kofi)).said.problem).toBe('has-access');
  expect((await merge(kofi, double)).status).toBe(200);
});

test('a merge of people who changed meanwhile is not made, nor with themselves, nor twice', async () => {
  const { device, double, merge, say, change } = await withDouble();
  const { body } = await merge(kofi, kofi);
  expect(logged(device, 'people-merged')).toHaveLength(0);
  await say(double, { credentials: 'Dr.' });
  const stale = { keep: body.keep, double: { person: double, version: 1 } };
  expect((await change('merged', { id: randomUUID(), ...stale })).said.problem).toBe('changed-meanwhile');
  const done = await merge(kofi, double);
  expect((await change('merged', { id: done.id, ...done.body })).status).toBe(200);
  expect(logged(device, 'people-merged')).toHaveLength(1);
});

test('whom the patient met as their double, the patient has met', async () => {
  const { double, merge, at, send, device } = await withDouble();
  const session = at.open([{ person: double, role: 'surgeon' }]);
  await send('/api/stays', { session, number: 'W-12345' });
  const round = at.tap({ type: 'open-round', kind: 'patient' });
  at.tap({ type: 'start-round', round, language: 'en', oneByOne: true });
  const participant = at.session().participants[0]?.id ?? '';
  at.tap({ type: 'record', round, participant, verdict: { status: 'introduced', method: 'self' } });
  at.tap({ type: 'end-round', round, outcome: 'completed', beforeSedation: true });
  at.tap({ type: 'close-session' });
  await merge(kofi, double);
  const next = at.open([{ person: kofi, role: 'surgeon' }]);
  await send('/api/stays', { session: next, number: 'W-12345' });
  expect(at.session().participants[0]?.metBefore).toBe(true);
  expect(device.health.stopped).toBe(null);
});

test('a list that comes again finds who was kept by the number of the double, and makes no third', async () => {
  const { device, bring } = newcomers();
  const list = 'given,family,role,employee id\nAna,Sol,Nurse,100\nAna,Soll,Nurse,200\n';
  await bring(list);
  const ids = searchPeople(device, 'ana').map(({ id }) => id);
  device.db.prepare('update person_identifier set person_id = ?').run(ids[0] ?? '');
  device.db
    .prepare('update person set merged_into = ?, retired_at = ? where id = ?')
    .run(ids[0], 'then', ids[1]);
  await bring('given,family,role,employee id\nAna,Sol,Nurse,200\n');
  expect(searchPeople(device, 'ana')).toHaveLength(1);
});
