import { expect, test } from 'vitest';
import type { Page, SessionFound, SessionRead } from '../../../core/timeline/found.ts';
import { carryOut, openSession } from '../../../electron/services/sessions.ts';
import { readHead } from '../../../electron/store/log.ts';
import { putScheduled } from '../../../electron/store/schedule.ts';
import { bedside, surgeryTeam } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';
import { deskAt, signedInAs } from '../log-read/desk.ts';
import { amara, kofi, logged } from '../own-card/desk.ts';
import { purgeBefore, safeguard, yearsOfRecord } from '../retention/old-record.ts';

type Desk = Awaited<ReturnType<typeof signedInAs>>;

const everyQuestion = [
  ...['sessions/choices', 'sessions/people?q=a', 'sessions/held', 'sessions/not-held'],
  'sessions/one/x',
];

/** A session without rounds at this moment by the wall clock; gives its id. */
const shortSession = ({ device, clock }: Pick<Desk, 'device' | 'clock'>, at: Date): string => {
  clock.set(at);
  const { open, tap } = bedside(device);
  const id = open(surgeryTeam);
  tap({ type: 'close-session' });
  return id;
};

/** The same with a time-out from which somebody was called away. */
const absentSession = ({ device, clock }: Pick<Desk, 'device' | 'clock'>, at: Date): string => {
  clock.set(at);
  const { open, tap } = bedside(device);
  const id = open(surgeryTeam);
  tap({ type: 'open-round', kind: 'team', language: 'en', without: [] });
  const { participants = [], rounds = [] } = openSession(device) ?? {};
  const [participant, round] = [participants[0]?.id ?? '', rounds.at(-1)?.id ?? ''];
  const verdict = { status: 'absent', method: null, reason: 'called-away' } as const;
  tap({ type: 'record', round, participant, verdict, corrects: null });
  tap({ type: 'end-round', round, outcome: 'stopped', reason: null, beforeSedation: null });
  tap({ type: 'close-session' });
  return id;
};

const held = async ({ ask }: Pick<Desk, 'ask'>, query = ''): Promise<Page<SessionFound>> => {
  const { status, said } = await ask(`sessions/held?${query}`);
  expect(status).toBe(200);
  return said;
};

test('without a sign-in no session can be found or read, and an admin may not', async () => {
  const { ask, device, withToken, token } = await signedInAs('admin');
  wholeSurgery(device);
  for (const path of everyQuestion) expect((await ask(path)).status, path).toBe(403);
  const own = token();
  for (const other of ['', `${own}x`, 'x'.repeat(5_000)]) {
    withToken(other);
    const size = readHead(device.db)?.size;
    for (const path of everyQuestion) expect((await ask(path)).status, path).toBe(401);
    expect(readHead(device.db)?.size).toBe(size);
  }
});

test('an auditor finds sessions and reads them, as a manager does', async () => {
  const { ask, device } = await signedInAs('auditor');
  wholeSurgery(device);
  const [found] = (await held({ ask })).items;
  expect((await ask(`sessions/one/${found?.id}`)).status).toBe(200);
});

test('sessions are found by day, place, unit, person, kind, urgency and what was in them', async () => {
  const desk = await signedInAs('manager');
  const { device } = desk;
  wholeSurgery(device);
  const [whole] = (await held(desk)).items;
  const early = shortSession(desk, new Date(2026, 10, 20, 9));
  const late = shortSession(desk, new Date(2026, 10, 24, 9));
  const { places, units, days } = (await desk.ask('sessions/choices')).said;
  expect(days).toEqual({ first: '2026-11-20', last: '2026-11-24' });
  const ids = async (query: string) => (await held(desk, query)).items.map(({ id }) => id);
  expect(await ids('')).toEqual([late, whole?.id, early]);
  expect(await ids('from=2026-11-21&to=2026-11-23')).toEqual([whole?.id]);
  expect(await ids('from=2026-11-22')).toEqual([late, whole?.id]);
  expect(await ids('to=2026-11-20')).toEqual([early]);
  expect(await ids(`place=${places[0].id}`)).toEqual([late, whole?.id, early]);
  expect(await ids('place=elsewhere')).toEqual([]);
  expect(await ids(`unit=${units[0].id}`)).toHaveLength(3);
  expect(await ids('kind=shift-change')).toEqual([]);
  expect(await ids('urgency=urgent')).toEqual([whole?.id]);
  expect(await ids('mark=not-held')).toEqual([late, early]);
  for (const mark of ['absent', 'skipped', 'corrected', 'already-known'])
    expect(await ids(`mark=${mark}`), mark).toEqual([whole?.id]);
  expect(await ids(`person=${amara}&mark=absent`)).toEqual([whole?.id]);
  expect(await ids('person=nobody')).toEqual([]);
  expect(await ids('mark=absent&reason=called-away')).toEqual([whole?.id]);
  expect(await ids('mark=absent&reason=not-coming')).toEqual([]);
  expect(whole?.rounds).toEqual([
    {
      kind: 'patient',
      outcome: 'completed',
      counts: { introduced: 2, absent: 1, skipped: 1 },
    },
    { kind: 'join', outcome: 'completed', counts: { introduced: 1 } },
    expect.objectContaining({ kind: 'team', outcome: 'stopped' }),
  ]);
});

test('a reason is looked for a month at a time: the newest first, with all that there are, over a page too', async () => {
  const desk = await signedInAs('manager');
  const ids = [8, 9, 10, 11].flatMap((month) =>
    Array.from({ length: 8 }, (_, at) => absentSession(desk, new Date(2026, month - 1, 3 + at, 9))),
  );
  const first = await held(desk, 'mark=absent&reason=called-away');
  expect([first.total, first.items.length]).toEqual([32, 25]);
  const after = encodeURIComponent(first.next ?? '');
  const second = await held(desk, `mark=absent&reason=called-away&after=${after}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.toReversed());
  const some = await held(desk, 'mark=absent&reason=called-away&from=2026-09-05&to=2026-10-04');
  expect(some.items.map(({ id }) => id)).toEqual(ids.slice(10, 18).toReversed());
  expect((await held(desk, 'mark=absent&reason=scrubbing')).total).toBe(0);
  expect((await held(desk, 'mark=absent&reason=called-away&from=2027-01-01')).items).toEqual([]);
});

test('a long list comes in pages that neither repeat nor leave out, also of one moment, while sessions are added', async () => {
  const desk = await signedInAs('manager');
  const ids = Array.from({ length: 60 }, (_, at) =>
    shortSession(desk, new Date(2026, 10, 22, 9, Math.floor(at / 20))),
  );
  const seen: string[] = [];
  let next: string | null = null;
  do {
    const page: Page<SessionFound> = await held(
      desk,
      next === null ? '' : `after=${encodeURIComponent(next)}`,
    );
    if (next === null) shortSession(desk, new Date(2026, 10, 23));
    seen.push(...page.items.map(({ id }) => id));
    next = page.next;
  } while (next !== null);
  expect(seen).toHaveLength(60);
  expect(new Set(seen)).toEqual(new Set(ids));
});

test('whose sessions were looked for is in the log once for a sign-in, with how many were found', async () => {
  const desk = await signedInAs('manager');
  shortSession(desk, new Date(2026, 10, 22, 9));
  await held(desk);
  expect(logged(desk.device, 'person-sought')).toEqual([]);
  await held(desk, `person=${kofi}`);
  await held(desk, `person=${kofi}&mark=not-held`);
  await held(desk, `person=${kofi}&from=2026-11-01`);
  expect(logged(desk.device, 'person-sought')).toMatchObject([
    {
      actor: { kind: 'signed-in', person: amara, role: 'manager' },
      ...{ ids: { person: kofi }, data: { from: null, to: null, count: 1 } },
    },
    { data: { from: '2026-11-01', to: null, count: 1 } },
  ]);
});

test('people are found by the beginnings of their names, and signs that SQL knows mean nothing', async () => {
  const desk = await signedInAs('manager');
  const nobodyYet = await desk.ask('sessions/people?q=am');
  expect(nobodyYet.said.people).toEqual([]);
  shortSession(desk, new Date(2026, 10, 22, 9));
  const found = async (q: string) => {
    const { status, said } = await desk.ask(`sessions/people?q=${encodeURIComponent(q)}`);
    expect(status, q).toBe(200);
    return said.people.map((one: { id: string }) => one.id);
  };
  expect(await found('am')).toEqual([amara]);
  for (const odd of ['', ' ', '%', '_mara', 'a%', '\\', "'", '" or 1=1 --', '%%%%', '__proto__'])
    expect(await found(odd), odd).toEqual([]);
  expect((await desk.ask(`sessions/people?q=${'a'.repeat(201)}`)).status).toBe(400);
});

test('what is no id, day, mark or page is refused, and no word of SQL or of objects gets through', async () => {
  const desk = await signedInAs('manager');
  shortSession(desk, new Date(2026, 10, 22, 9));
  const odd = ["x' or '1'='1", '__proto__', '../../etc/passwd', '%', 'x'.repeat(65), '\u202e', ''];
  for (const id of odd)
    for (const field of ['place', 'unit', 'person', 'mark', 'kind', 'urgency', 'from', 'to'])
      expect(
        (await desk.ask(`sessions/held?${field}=${encodeURIComponent(id)}`)).status,
        `${field} ${id}`,
      ).toBe(400);
  for (const mark of ['constructor', 'toString', 'hasOwnProperty'])
    expect((await desk.ask(`sessions/held?mark=${mark}`)).status).toBe(400);
  for (const why of [
    'no-time',
    'mark=absent&reason=no-time',
    'mark=corrected&reason=no-time',
    'mark=absent&reason=__proto__',
  ])
    expect((await desk.ask(`sessions/held?${why.includes('=') ? why : `reason=${why}`}`)).status, why).toBe(
      400,
    );
  expect((await desk.ask('sessions/held?actor=somebody')).status).toBe(400);
  expect((await desk.ask(`sessions/held?after=${'9'.repeat(200)}`)).status).toBe(400);
  expect((await held(desk, 'after=nonsense')).items).toHaveLength(1);
  for (const id of odd.filter((one) => one !== ''))
    expect((await desk.ask(`sessions/one/${encodeURIComponent(id)}`)).status, id).toBe(400);
  expect((await desk.ask('sessions/one/constructor')).status).toBe(404);
});

test('what was scheduled and not held is listed, without what is still to come or under way', async () => {
  const desk = await signedInAs('manager');
  const { device, ask, clock } = desk;
  clock.set(new Date(2026, 10, 24, 12));
  const place = (await ask('sessions/choices')).said.places[0].id;
  const put = (id: string, date: string, time: string) =>
    putScheduled(device.db, {
      ...{ id, place, date, time, kind: 'surgery', urgency: 'elective', lead: null, team: '[]' },
    });
  put('never', '2026-11-23', '08:00');
  put('opened', '2026-11-24', '08:00');
  put('later', '2026-11-24', '13:00');
  put('tomorrow', '2026-11-25', '08:00');
  const { tap } = bedside(device);
  const opened = carryOut(
    device,
    {
      ...{ type: 'open-session', id: device.newId(), kind: 'surgery', scheduled: 'opened' },
      ...{ urgency: 'elective', interpreter: 'none', team: surgeryTeam },
    },
    { kind: 'bedside' },
  );
  const missing = async (query = '') =>
    (await ask(`sessions/not-held?${query}`)).said.items.map(
      (one: { id: string; session: string | null }) => [one.id, one.session],
    );
  expect(await missing('from=2026-11-23')).toEqual([['never', null]]);
  tap({ type: 'close-session' });
  const session = opened.outcome === 'recorded' ? opened.event : '';
  expect(await missing('from=2026-11-23')).toEqual([
    ['opened', session],
    ['never', null],
  ]);
  expect(await missing('from=2026-11-23&kind=shift-change')).toEqual([]);
  expect(await missing(`from=2026-11-23&to=2026-11-23&place=${place}`)).toEqual([['never', null]]);
});

test('a session is read as its log has it, with what befell the kiosk meanwhile and what was done with it since', async () => {
  const desk = await signedInAs('manager');
  const { device, ask } = desk;
  const { open, tap, session: standing } = bedside(device);
  const id = open();
  device.say({ type: 'kiosk-crashed', ids: {}, data: {} });
  const round = tap({ type: 'open-round', kind: 'team', language: 'en' });
  const participant = standing().participants[0]?.id ?? '';
  const slip = tap({
    ...{ type: 'record', round, participant },
    verdict: { status: 'introduced', method: 'self' },
  });
  tap({ type: 'undo', of: slip });
  tap({
    ...{ type: 'record', round, participant },
    verdict: { status: 'absent', reason: 'called-away' },
  });
  tap({ type: 'end-round', round, outcome: 'stopped' });
  tap({ type: 'close-session' });
  const { status, said } = await ask(`sessions/one/${id}`);
  expect(status).toBe(200);
  const read: SessionRead = said;
  const steps = read.chapters.flatMap((chapter) => chapter.steps);
  expect(steps.map(({ happened }) => happened?.type)).toEqual([
    'session-opened',
    ...surgeryTeam.map(() => 'participant-joined'),
    'kiosk-crashed',
    ...['round-opened', 'round-started', 'introduction-recorded', 'introduction-withdrawn'],
    ...['introduction-recorded', 'round-ended', 'session-closed', 'log-read'],
  ]);
  expect(read.session?.rounds[0]?.introductions[0]).toMatchObject({
    status: 'absent',
    reason: 'called-away',
  });
  expect(read.people[kofi]).toMatchObject({ id: kofi });
  await ask(`sessions/one/${id}`);
  expect(logged(device, 'log-read')).toMatchObject([
    { actor: { kind: 'signed-in', person: amara }, ids: { session: id } },
  ]);
});

test('a session of which somebody changed an entry is shown as far as it can be read', async () => {
  const desk = await signedInAs('manager');
  const { device, ask } = desk;
  const id = shortSession(desk, new Date(2026, 10, 22, 9));
  device.db
    .prepare(
      "update entry set bytes = cast('{}' as blob) where session_id = ? and type = 'participant-joined'",
    )
    .run(id);
  const { status, said } = await ask(`sessions/one/${id}`);
  expect(status).toBe(200);
  expect(said.session).toBe(null);
  const steps = said.chapters.flatMap((one: { steps: { happened: unknown }[] }) => one.steps);
  expect(steps.filter((one: { happened: unknown }) => one.happened === null)).toHaveLength(
    surgeryTeam.length,
  );
});

test('of a session that was purged it is said that it was; of one that never was, that there is none', async () => {
  const { device } = await yearsOfRecord();
  const desk = await deskAt(device, 'manager');
  const oldest = (await held(desk, 'to=2019-12-31')).items[0]?.id;
  expect((await desk.ask(`sessions/one/${oldest}`)).status).toBe(200);
  expect((await desk.ask('sessions/one/never')).said).toEqual({ problem: 'no-such-session', purged: null });
  await safeguard(device);
  const { through } = await purgeBefore(device, '2020-01-01');
  const purged = { through, before: '2020-01-01', at: expect.any(String) };
  expect(await desk.ask(`sessions/one/${oldest}`)).toEqual({
    ...{ status: 404, said: { problem: 'purged', purged } },
  });
  expect((await desk.ask('sessions/one/never')).said).toEqual({ problem: 'no-such-session', purged });
  expect(await held(desk, 'to=2019-12-31')).toEqual({ items: [], total: 0, next: null, purged });
});
