import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { wallTime } from '../../../electron/log/clock.ts';
import { addVisitor } from '../../../electron/services/people.ts';
import { setUp } from '../../../electron/services/set-up.ts';
import { changeSettings } from '../../../electron/services/settings.ts';
import { readHead } from '../../../electron/store/log.ts';
import { importDesk } from '../imports/import-desk.ts';
import { logged } from '../own-card/desk.ts';

const desk = async () => {
  const window = await importDesk('schedule/imports');
  const { device, send, get, token, manager } = window;
  setUp(device, { kind: 'command-line' }, { place: 'OR 3', unit: 'U' });
  const by = () => ({ 'x-signed-in': token() });
  const post = async (path: string, body: unknown) => {
    const answer = await send(`/api/manage/schedule/${path}`, body, by());
    return { status: answer.status, said: JSON.parse((await answer.text()) || '{}') };
  };
  const days = async (day?: string) => {
    const answer = await get(`/api/manage/schedule/days${day === undefined ? '' : `?day=${day}`}`, by());
    return { status: answer.status, said: JSON.parse((await answer.text()) || '{}') };
  };
  const { said } = await days();
  const session = (more: object = {}) => ({
    ...{ place: said.places[0].id, date: said.today, time: '23:59', kind: 'surgery', urgency: 'elective' },
    ...{ lead: manager, team: [{ person: manager, role: 'charge-nurse' }] },
    ...more,
  });
  return { ...window, post, days, session, today: String(said.today) };
};

test('a session is put on the schedule once, changed, taken off, and put on again; each is in the log', async () => {
  const { device, post, days, session } = await desk();
  const id = randomUUID();
  for (let asked = 0; asked < 2; asked += 1)
    expect(await post('sessions', { id, session: session() })).toEqual({
      status: 200,
      said: { scheduled: id },
    });
  expect((await days()).said.sessions).toMatchObject([{ id, time: '23:59', is: 'to-come' }]);
  expect((await post('sessions', { id: randomUUID(), session: session() })).said).toEqual({
    problem: 'taken',
  });
  const changed = { scheduled: id, session: session({ time: '23:58', urgency: 'urgent' }) };
  expect((await post('changed', { id: randomUUID(), ...changed })).status).toBe(200);
  expect((await post('changed', { id: randomUUID(), ...changed })).said).toEqual({ problem: 'nothing-new' });
  expect((await post('cancelled', { id: randomUUID(), scheduled: id, why: 'cancelled' })).status).toBe(200);
  expect((await days()).said.sessions).toMatchObject([{ id, is: 'cancelled', why: 'cancelled' }]);
  expect((await post('back', { id: randomUUID(), scheduled: id })).status).toBe(200);
  expect((await days()).said.sessions).toMatchObject([{ id, time: '23:58', is: 'to-come' }]);
  expect(logged(device, 'session-scheduled')).toHaveLength(1);
  expect(logged(device, 'schedule-changed')).toMatchObject([{ data: { fields: ['time', 'urgency'] } }]);
  expect(logged(device, 'session-cancelled')).toMatchObject([{ data: { why: 'cancelled', late: false } }]);
  expect(logged(device, 'session-back-on-schedule')).toHaveLength(1);
});

test('a manager reads whole names, in the order in which they are written, whatever patients are shown', async () => {
  const { device, post, days, session } = await desk();
  const id = device.newId();
  addVisitor(device, { id, name: '王', role: 'surgeon' });
  device.db.prepare("update person set given = '小明', family = '王' where id = ?").run(id);
  changeSettings(device, { kind: 'command-line' }, { names: 'first-only' });
  await post('sessions', {
    id: randomUUID(),
    session: session({ lead: id, team: [{ person: id, role: 'surgeon' }] }),
  });
  expect((await days()).said.people).toEqual({ [id]: '王小明' });
});

test('what should have begun is missed; to take it off then is late, and the record says so', async () => {
  const { device, post, days, session } = await desk();
  const id = randomUUID();
  const yesterday = wallTime(new Date(device.clock.now().getTime() - 86_400_000)).slice(0, 10);
  await post('sessions', { id, session: session({ date: yesterday, time: '07:30' }) });
  expect((await days(yesterday)).said.sessions).toMatchObject([{ is: 'missed' }]);
  expect(
    (await days(yesterday)).said.week.find(({ day }: { day: string }) => day === yesterday),
  ).toMatchObject({
    ...{ scheduled: 1, due: 1, held: 0 },
  });
  await post('cancelled', { id: randomUUID(), scheduled: id, why: 'by-mistake' });
  expect((await days(yesterday)).said.sessions).toMatchObject([{ is: 'cancelled-late', why: 'by-mistake' }]);
  expect(logged(device, 'session-cancelled')).toMatchObject([{ data: { why: 'by-mistake', late: true } }]);
});

test('a session is of a known place and of people who are here', async () => {
  const { post, session } = await desk();
  const ask = async (more: object) =>
    (await post('sessions', { id: randomUUID(), session: session(more) })).said.problem;
  expect(await ask({ place: 'nowhere' })).toBe('no-such-place');
  expect(await ask({ team: [{ person: 'nobody', role: 'surgeon' }], lead: null })).toBe('no-such-person');
  expect(await ask({ team: [] })).toBe('no-such-person');
});

test('nothing is answered without a sign-in or to an auditor, and what is no session is refused', async () => {
  const { device, post, days, session, withToken, token } = await desk();
  const own = token();
  const size = readHead(device.db)?.size;
  for (const bad of [
    { time: '24:00' },
    { date: '2026-02-30' },
    { kind: '__proto__' },
    { team: 'x' },
    { extra: 1 },
  ])
    expect((await post('sessions', { id: randomUUID(), session: session(bad) })).status).toBe(400);
  expect((await days('yesterday')).status).toBe(400);
  withToken('');
  expect((await days()).status).toBe(401);
  for (const path of ['sessions', 'changed', 'cancelled', 'back', 'imports/begun', 'imports/done'])
    expect((await post(path, {})).status, path).toBe(401);
  withToken(own);
  expect(readHead(device.db)?.size).toBe(size);
});

test('a list of sessions comes in on the screen, is replaced, and is put back', async () => {
  const window = await desk();
  const { device, begin, preview, finish, days, today } = window;
  const header = 'date,time,place,unit,team\n';
  const first = await begin([
    'a.csv',
    `${header}${today},23:50,OR 3,U,Mana Ger\n${today},23:55,OR 3,U,Mana Ger\n`,
  ]);
  const seen = await preview(first);
  expect(seen.counts).toMatchObject({ added: 2, cancelled: 0 });
  await finish(first, seen.plan);
  const second = await begin(['b.csv', `${header}${today},23:50,OR 3,U,Mana Ger=surgeon\n`]);
  const again = await preview(second);
  expect(again.counts).toMatchObject({ added: 0, changed: 1, cancelled: 1 });
  const done = await finish(second, again.plan);
  const undone = await window.send(
    '/api/manage/schedule/imports/undone',
    { id: randomUUID(), import: done.said.done.import },
    { 'x-signed-in': window.token() },
  );
  expect(JSON.parse(await undone.text())).toEqual({ undone: { putBack: 2, kept: [] } });
  expect(
    (await days()).said.sessions.map(({ time, is }: { time: string; is: string }) => [time, is]),
  ).toEqual([
    ['23:50', 'to-come'],
    ['23:55', 'to-come'],
  ]);
  expect(logged(device, 'import-undone')).toMatchObject([{ data: { putBack: 2, kept: 0 } }]);
});
