import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { searchPeople } from '../../../electron/services/people.ts';
import { startView } from '../../../electron/services/start.ts';
import { bedside } from '../../support/device.ts';
import { otherPin } from '../access/desk.ts';
import { amara, badgeOf, kofi, logged } from '../own-card/desk.ts';
import { atPeople } from './desk.ts';

const day = 24 * 3_600_000;

test('whoever is on leave is found and not offered, and comes back by themselves', async () => {
  const { device, clock, of } = await atPeople();
  const offered = () => startView(device).people.some(({ id }) => id === kofi);
  const planned = await of('leave', kofi, { leave: { from: '2026-11-24', until: '2026-11-25' } });
  expect([planned.status, planned.said.person.standing, offered()]).toEqual([200, 'here', true]);
  clock.pass(2 * day);
  expect([offered(), (await searchPeople(device, 'kofi')).length]).toEqual([false, 1]);
  clock.pass(1 * day);
  expect(offered()).toBe(false);
  clock.pass(1 * day);
  expect(offered()).toBe(true);
});

test('a leave without an end lasts until somebody says that they are here', async () => {
  const { of, file, list } = await atPeople();
  await of('leave', kofi, { leave: { from: '2026-11-22', until: null } });
  expect((await file(kofi)).standing).toBe('on-leave');
  expect((await list({ filter: 'on-leave' })).total).toBe(1);
  await of('leave', kofi, { leave: null });
  expect((await file(kofi)).standing).toBe('here');
});

test('a leave that ends before it begins, or is over already, is refused', async () => {
  const { of } = await atPeople();
  const problem = async (leave: object) => (await of('leave', kofi, { leave })).said.problem;
  expect(await problem({ from: '2026-12-02', until: '2026-12-01' })).toBe('ends-before');
  expect(await problem({ from: '2026-01-02', until: '2026-02-01' })).toBe('is-over');
  expect((await of('leave', kofi, { leave: { from: '2026-02-30', until: null } })).status).toBe(400);
});

test('who has left is not found any more; what they did stays, and they can come back', async () => {
  const { device, of, list, putBack, file } = await atPeople();
  const at = bedside(device);
  at.open();
  at.tap({ type: 'close-session' });
  const gone = await of('retired', kofi);
  expect(gone.said.person).toMatchObject({ standing: 'retired', sessions: { count: 1 }, removable: false });
  expect(searchPeople(device, 'kofi')).toEqual([]);
  expect(startView(device).lastTeam.map(({ person }) => person)).not.toContain(kofi);
  expect((await list({ filter: 'retired' })).total).toBe(1);
  // Whoever looks for them by name finds them, and sees that they have left.
  expect((await list({ q: 'kofi' })).people).toMatchObject([{ standing: 'retired' }]);
  expect((await list()).people.map(({ card }) => card.first)).not.toContain('Kofi');
  expect((await putBack(gone.id)).status).toBe(200);
  expect((await file(kofi)).standing).toBe('here');
  await of('retired', kofi);
  expect((await of('returned', kofi)).said.person.standing).toBe('here');
  expect(logged(device, 'person-retired')).toHaveLength(2);
  expect(logged(device, 'person-returned')).toHaveLength(1);
});

test('nobody retires themselves, and who leaves has no access any more', async () => {
  const { device, of, grant, confirm, look } = await atPeople();
  expect((await of('retired', amara)).said.problem).toBe('yourself');
  await grant(kofi, 'manager', otherPin);
  await confirm('people');
  await of('retired', kofi);
  expect(logged(device, 'access-withdrawn').map(({ ids }) => ids)).toEqual([{ person: kofi }]);
  await of('returned', kofi);
  expect((await look('/person', { id: kofi })).said.person.access).toBe(null);
});

test('who was added by mistake and was in no session can be removed, and put back; nobody else can', async () => {
  const { device, add, of, change, list, putBack, look } = await atPeople();
  const { id: ana } = await add('Ana', 'Sol');
  await change('badges', { id: randomUUID(), person: ana, code: 'ANA-1' });
  const gone = await of('removed', ana);
  expect(gone.status).toBe(200);
  expect([(await look('/person', { id: ana })).status, (await list({ q: 'ana sol' })).total]).toEqual([
    404, 0,
  ]);
  expect((await putBack(gone.id)).status).toBe(200);
  expect((await look('/person', { id: ana })).said.person.badges).toBe(1);
  const at = bedside(device);
  at.open([{ person: ana, role: 'bedside-nurse' }]);
  at.tap({ type: 'close-session' });
  expect((await of('removed', ana)).said.problem).toBe('has-history');
  expect((await of('removed', amara)).said.problem).toBe('has-history');
  expect(logged(device, 'person-removed')).toHaveLength(1);
});

test('a badge is given by holding it to the reader: it opens for its holder, and never comes back', async () => {
  const { device, add, change, list, of, say } = await atPeople();
  const { id: ana } = await add('Ana', 'Sol');
  await say(ana, { preferred: 'Nina' });
  const give = (code: string, person: string, move = false) =>
    change('badges', { id: randomUUID(), person, code, move });
  const without = (await list({ filter: 'no-badge' })).total;
  const given = await give('BADGE-77', ana);
  expect([given.said.result, given.said.person.badges]).toEqual([{ badge: 'assigned', holder: null }, 1]);
  expect(JSON.stringify(given.said)).not.toContain('BADGE-77');
  expect((await list({ filter: 'no-badge' })).total).toBe(without - 1);
  expect((await give('BADGE-77', ana)).said.result.badge).toBe('theirs-already');
  const others = await give('BADGE-77', kofi);
  expect([others.said.result.badge, others.said.result.holder.id]).toEqual(['somebody-elses', ana]);
  // Whose it is is said as the list has them, whatever people call them.
  expect(others.said.result.holder.first).toBe('Ana');
  expect((await give('BADGE-77', kofi, true)).said.result.badge).toBe('assigned');
  expect(logged(device, 'badge-assigned').map(({ ids }) => ids)).toEqual([
    { person: ana },
    { person: kofi, from: ana },
  ]);
  expect((await of('badges/taken', kofi)).status).toBe(400);
});

test('badges are taken away, put back, and not where somebody else has them since', async () => {
  const { device, change, putBack, add, file } = await atPeople();
  const { id: ana } = await add('Ana', 'Sol');
  const take = async () => {
    const id = randomUUID();
    expect((await change('badges/taken', { id, person: kofi })).said.person.badges).toBe(0);
    return id;
  };
  const first = await take();
  expect((await putBack(first)).status).toBe(200);
  expect((await file(kofi)).badges).toBe(1);
  const second = await take();
  await change('badges', { id: randomUUID(), person: ana, code: badgeOf('kofi') });
  expect((await putBack(second)).said.problem).toBe('changed-since');
  expect(logged(device, 'badges-taken').map(({ data }) => data)).toEqual([{ count: 1 }, { count: 1 }]);
});

test('a visitor who works here is put on the list', async () => {
  const { send, say, list, file } = await atPeople();
  const visitor = randomUUID();
  await send('/api/visitors', { id: visitor, name: 'Ana Sol', role: 'radiographer' });
  expect([(await list({ q: 'ana' })).total, (await list({ filter: 'visitors' })).total]).toEqual([1, 1]);
  expect((await list({ q: 'ana', filter: 'here' })).total).toBe(0);
  expect((await say(visitor, { onList: true, given: 'Ana', family: 'Sol' })).status).toBe(200);
  expect([(await list({ q: 'ana' })).total, (await list({ filter: 'visitors' })).total]).toEqual([1, 0]);
  expect((await file(visitor)).standing).toBe('here');
});
