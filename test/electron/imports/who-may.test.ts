import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { otherPin } from '../access/desk.ts';
import { importDesk } from './import-desk.ts';

const list =
  'employee id,first name,last name,role,photo\nE1,Ana,Sol,Nurse,\nE2,Bo,Li,Nurse,../../E2.png\nE3,Cy,Do,Nurse,C:\\x\\NUL\n';
const picture = (background = '#888888') =>
  sharp({ create: { width: 400, height: 500, channels: 3, background } })
    .png()
    .toBuffer();

test('an auditor sees neither imports nor the schedule, and changes nothing of them', async () => {
  const { begin, preview, finish, grant, signIn, post, get, send, token } = await importDesk();
  const draft = await begin(['a.csv', list]);
  await finish(draft, (await preview(draft)).plan, { skipProblems: true });
  const found = await get('/api/people?q=Ana');
  const [ana] = JSON.parse(await found.text()).people;
  expect((await grant(ana.id, 'auditor', otherPin)).status).toBe(200);
  expect((await signIn(otherPin, { by: 'person', person: ana.id })).status).toBe(200);
  for (const path of ['begun', 'previewed', 'done', 'left', 'undone'])
    expect((await post(path, { id: randomUUID() })).status, path).toBe(403);
  const by = { 'x-signed-in': token() };
  expect((await get('/api/manage/schedule/days', by)).status).toBe(403);
  for (const path of ['sessions', 'changed', 'cancelled', 'back', 'imports/begun'])
    expect((await send(`/api/manage/schedule/${path}`, {}, by)).status, path).toBe(403);
});

test('photos are found by what they are called; a name that leads elsewhere finds nothing, and no picture is only called one', async () => {
  const { begin, preview, rows, photo, post } = await importDesk();
  const draft = await begin(['a.csv', list]);
  expect(await photo(draft, 'E1.png', await picture())).toBe(200);
  expect(await photo(draft, 'E2.png', await picture('#444444'))).toBe(200);
  expect(await photo(draft, 'E3.png', '<svg xmlns="http://www.w3.org/2000/svg"/>')).toBe(200);
  const seen = await preview(draft);
  expect(seen.photos).toEqual({ brought: 3, used: 1 });
  expect(
    (await rows(draft, seen.plan, 'added')).map(({ changes }) =>
      changes.some(({ field }) => field === 'photo'),
    ),
  ).toEqual([...[false, false, false]]);
  expect((await rows(draft, seen.plan, 'notes')).map(({ line, what }) => `${line}: ${what}`)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('3: The photo “../../E2.png” is no name of a photo'),
      expect.stringContaining('4: The photo “C:\\x\\NUL” is no name of a photo'),
    ]),
  );
  expect(await photo(draft, 'x.png', Buffer.alloc(9 * 1024 * 1024))).toBe(413);
  await post('left', { draft });
  expect(await photo(draft, 'E1.png', await picture())).toBe(404);
});
