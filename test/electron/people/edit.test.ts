import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { demoPersonId } from '../../../electron/services/demo.ts';
import { readHead } from '../../../electron/store/log.ts';
import { bytesIn } from '../../support/device.ts';
import { atTheirCard, kofi, logged } from '../own-card/desk.ts';
import { atPeople } from './desk.ts';

test('a manager corrects a name: found by it at once, and the log says which part and not what', async () => {
  const { device, say, names } = await atPeople();
  const { status, said } = await say(kofi, { given: 'Zorblaxio', credentials: 'Dr.' });
  expect([status, said.person.names.given]).toEqual([200, 'Zorblaxio']);
  expect(await names({ q: 'zorb' })).toHaveLength(1);
  const [entry] = logged(device, 'person-changed');
  expect(entry).toMatchObject({ ids: { person: kofi }, data: { fields: ['given', 'credentials'] } });
  expect(entry?.actor).toEqual({ kind: 'signed-in', person: demoPersonId('amara'), role: 'manager' });
  expect(JSON.stringify(entry)).not.toContain('Zorblaxio');
});

test('what is there already is not recorded again, nor the same tap twice', async () => {
  const { device, change, file, say } = await atPeople();
  const { version } = await file(kofi);
  const body = { id: randomUUID(), person: kofi, version, change: { family: 'Owusu-Ansah' } };
  expect((await change('changed', body)).status).toBe(200);
  expect((await change('changed', body)).status).toBe(200);
  expect((await say(kofi, { family: 'Owusu-Ansah' })).status).toBe(200);
  expect(logged(device, 'person-changed')).toHaveLength(1);
});

test('the later of two windows that edit the same person is told, with the person as they are, and overwrites nothing', async () => {
  const { file, change, say } = await atPeople();
  const { version } = await file(kofi);
  await say(kofi, { family: 'First' });
  const late = await change('changed', {
    id: randomUUID(),
    person: kofi,
    version,
    change: { family: 'Second' },
  });
  expect([late.status, late.said.problem, late.said.person.names.family]).toEqual([
    ...[409, 'changed-meanwhile', 'First'],
  ]);
  expect((await file(kofi)).names.family).toBe('First');
});

test('whoever writes a person, the version goes on: a card, a photo, a badge reader of another list', async () => {
  const { device, file } = await atPeople();
  const before = await file(kofi);
  (await atTheirCard(device, 'kofi')).say({ line: 'Mine' });
  expect((await file(kofi)).version).toBeGreaterThan(before.version);
});

test('what somebody says on their own card is theirs: a manager reads it and does not write it', async () => {
  const { device, say, change, file } = await atPeople();
  const card = await atTheirCard(device, 'kofi');
  card.say({ preferred: 'Kof', languages: ['tw'] });
  expect((await file(kofi)).theirs).toEqual(['preferred', 'languages']);
  for (const [what, field] of [
    [{ preferred: 'Boss' }, 'preferred'],
    [{ languages: ['en'] }, 'languages'],
  ] as const) {
    const refused = await say(kofi, what);
    expect([refused.status, refused.said.problem]).toEqual([422, { field, problem: 'theirs' }]);
  }
  const { version } = await file(kofi);
  for (const never of [
    { line: 'x' },
    { pronouns: 'x' },
    { sound: null },
    { pin: null },
    { own: '[]' },
    { id: 'x' },
  ])
    expect((await change('changed', { id: randomUUID(), person: kofi, version, change: never })).status).toBe(
      400,
    );
});

test('more of a name than the place shows cannot be shown by hand', async () => {
  const { device, say } = await atPeople();
  device.db.prepare(`update setting set value = '"first-only"' where name = 'names'`).run();
  expect((await say(kofi, { names: 'full' })).said.problem).toEqual({ field: 'names', problem: 'wider' });
  expect((await say(kofi, { names: 'first-only' })).status).toBe(200);
});

const bad: [name: string, problem: string][] = [
  ['', 'empty'],
  ['   ', 'empty'],
  ['\u200d', 'empty'],
  ['x'.repeat(121), 'too-long'],
  ['😀'.repeat(121), 'too-long'],
  ['Ana\u202eloS', 'forbidden-character'],
  ['Ana\u2066Sol', 'forbidden-character'],
  ['Ana\nSol', 'forbidden-character'],
  ['Ana\u0000', 'forbidden-character'],
  ['Ana\ud800', 'forbidden-character'],
];

test('a name that cannot be kept as it was typed is refused with its field and why, and nothing changes', async () => {
  const { device, say, change } = await atPeople();
  const size = readHead(device.db)?.size;
  for (const [given, problem] of bad) {
    expect((await say(kofi, { given })).said, JSON.stringify(given)).toEqual({
      problem: { field: 'given', problem },
    });
    const added = await change('added', { id: randomUUID(), given, family: '', role: 'surgeon' });
    expect([added.status, added.said], JSON.stringify(given)).toEqual([
      422,
      { problem: { field: 'given', problem } },
    ]);
  }
  const forbidden = bad.filter(([, problem]) => problem !== 'empty');
  for (const field of ['family', 'preferred', 'sayIt', 'credentials', 'title'])
    for (const [text, problem] of forbidden)
      expect((await say(kofi, { [field]: text })).said).toEqual({ problem: { field, problem } });
  expect(readHead(device.db)?.size).toBe(size);
  expect((await say(kofi, { given: 'x'.repeat(120) })).status).toBe(200);
});

test('names of the whole world are kept as they are written', async () => {
  const { say } = await atPeople();
  for (const [given, family] of [
    ['Nguyễn', 'Văn Án'],
    ['محمد', 'عبد الله'],
    ['한', '석자'],
    ['می‌نا', 'O’Neill-Müller'],
  ] as const)
    expect((await say(kofi, { given, family })).said.person.names).toMatchObject({ given, family });
});

test('somebody who is added is found, and a name like another’s is asked about first', async () => {
  const { device, change, names, file } = await atPeople();
  const { names: of } = await file(kofi);
  const like = { id: randomUUID(), given: of.given, family: of.family ?? '', role: 'surgeon' };
  const asked = await change('added', like);
  expect(asked.said.alike.map(({ id }: { id: string }) => id)).toContain(kofi);
  expect(logged(device, 'person-listed')).toHaveLength(0);
  expect((await change('added', { ...like, sure: true })).said.person.id).toBe(like.id);
  expect((await change('added', { ...like, sure: true })).status).toBe(200);
  expect(await names({ q: of.given })).toHaveLength(2);
  expect(logged(device, 'person-listed')).toHaveLength(1);
});

test('a change is put back as another change that names it; what was said since is never overwritten', async () => {
  const { device, say, putBack, file, look } = await atPeople();
  const before = (await file(kofi)).names;
  const first = await say(kofi, { family: 'First' });
  const second = await say(kofi, { family: 'Second' });
  const other = await say(kofi, { credentials: 'Dr.' });
  expect((await putBack(first.id)).said.problem).toBe('changed-since');
  expect((await putBack(second.id)).status).toBe(200);
  expect((await putBack(first.id)).status).toBe(200);
  expect((await file(kofi)).names).toEqual(before);
  expect((await putBack(first.id)).said.problem).toBe('nothing-to-put-back');
  expect((await look('/changes')).said.changes.map(({ id }: { id: string }) => id)).toEqual([other.id]);
  expect(logged(device, 'person-put-back').map(({ data }) => data)).toEqual([
    { of: second.id },
    { of: first.id },
  ]);
});

test('what was before a change is forgotten after a week, from the disk too', async () => {
  const { device, clock, say, look, signIn, confirm } = await atPeople();
  await say(kofi, { family: 'Quellwassermann' });
  await say(kofi, { family: 'Short' });
  expect(bytesIn(device.folder).includes('Quellwassermann')).toBe(true);
  clock.pass(9 * 24 * 3_600_000);
  await signIn('483920');
  await confirm('people');
  expect((await look('/changes')).said.changes).toEqual([]);
  await say(kofi, { credentials: 'Dr.' });
  device.db.pragma('wal_checkpoint(TRUNCATE)');
  expect(bytesIn(device.folder).includes('Quellwassermann')).toBe(false);
});
