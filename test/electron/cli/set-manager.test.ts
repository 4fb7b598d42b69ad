import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { askPin } from '../../../electron/cli/ask-pin.ts';
import { nameManager } from '../../../electron/services/access/first-manager.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { changeSettings } from '../../../electron/services/settings.ts';
import { bedside, bytesIn, demoDevice, temporaryFolder } from '../../support/device.ts';
import { managerPin, otherPin, windowAt } from '../access/desk.ts';
import { amara, kofi, logged } from '../own-card/desk.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Runs `set-up` with this at its standard input. */
const setUp = async (typed: string, ...words: string[]) => {
  const child = spawn(process.execPath, ['electron/cli.ts', 'set-up', ...words], { cwd: root });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  child.stdin.end(typed);
  const [code] = await once(child, 'close');
  return { code, out, err };
};

/** The recovery code that was shown. */
const codeIn = (out: string) => /(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}/u.exec(out)?.[0];

test('set-up names the manager with a PIN from standard input, and shows the recovery code once', async () => {
  const folder = temporaryFolder();
  const place = ['--data', folder, '--place', 'OR 3', '--unit', 'Operating rooms'];
  const first = await setUp(`${managerPin}\n`, ...place, '--manager', 'Rosa Nine');
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toContain('Rosa Nine manages this kiosk. They were on no list, and were added.');
  const code = codeIn(first.out);
  expect(code).toBeDefined();
  const second = await setUp(`${otherPin}\n`, '--data', folder, '--manager', 'rosa nine');
  expect(second).toMatchObject({ code: 0, out: expect.stringContaining('still holds') });
  expect(codeIn(second.out)).toBeUndefined();
  for (const secret of [managerPin, otherPin, code ?? ''])
    expect(bytesIn(folder).includes(secret)).toBe(false);
  const device = openDevice({ folder });
  const window = await windowAt(device);
  expect((await window.signIn(otherPin, { by: 'name', name: 'Rosa Nine' })).status).toBe(200);
  expect(logged(device, 'access-granted')).toMatchObject([
    { actor: { kind: 'command-line' }, data: { role: 'manager' } },
  ]);
  expect(logged(device, 'pin-set').length).toBe(2);
  device.close();
});

test('no PIN, or one that is guessed first, and there is no manager', async () => {
  const folder = temporaryFolder();
  const named = ['--data', folder, '--manager', 'Rosa Nine'];
  expect(await setUp('', ...named)).toMatchObject({
    code: 2,
    err: expect.stringContaining('there was none'),
  });
  expect(await setUp('123456\n', ...named)).toMatchObject({
    code: 2,
    err: expect.stringContaining('guessed first'),
  });
  expect(await setUp('4839\n', ...named)).toMatchObject({
    code: 2,
    err: expect.stringContaining('six digits'),
  });
  const device = openDevice({ folder });
  expect(await (await windowAt(device)).look()).toMatchObject({ hasManager: false });
  device.close();
});

test('the PIN is not among the words of the command', async () => {
  const { code, err } = await setUp(
    '',
    '--data',
    temporaryFolder(),
    '--manager',
    'Rosa Nine',
    '--pin',
    managerPin,
  );
  expect([code, err]).toEqual([2, expect.stringContaining('--pin')]);
});

test('at a terminal it is asked for twice and not shown', async () => {
  const typed = async (text: string) => {
    const input = Object.assign(new PassThrough(), { isTTY: true });
    const output = new PassThrough();
    const asked = askPin('A PIN', { input, output });
    input.end(text);
    return { pin: await asked.catch((problem: Error) => problem.message), shown: String(output.read()) };
  };
  const { pin, shown } = await typed(`${managerPin}\r${managerPin}\r`);
  expect(pin).toBe(managerPin);
  expect(shown).toBe('A PIN: \nThe same again: \n');
  expect((await typed(`${managerPin}\r${otherPin}\r`)).pin).toContain('not the same');
  expect((await typed(`${managerPin}\r`)).pin).toContain('No PIN');
});

test('of several people with one name it asks which, and takes the id', async () => {
  const device = demoDevice();
  device.db.prepare("update person set given = 'Amara', family = 'Okafor' where id = ?").run(kofi);
  const name = (text: string) =>
    nameManager(device, { kind: 'command-line' }, { name: text, pin: managerPin });
  const asked = await name('amara okafor');
  expect(asked).toMatchObject({ ok: false, problem: { problem: 'several' } });
  expect(!asked.ok && 'people' in asked.problem && asked.problem.people.map(({ id }) => id).sort()).toEqual(
    [amara, kofi].sort(),
  );
  expect(await name(kofi)).toMatchObject({ ok: true, value: { person: kofi, added: false } });
});

test('once sessions were held, a passer-by cannot become the manager of a kiosk that has none: the command line can', async () => {
  const device = demoDevice();
  bedside(device).open();
  const window = await windowAt(device);
  expect(await window.look()).toMatchObject({ hasManager: false, firstStart: true });
  changeSettings(device, { kind: 'system' }, { demo: false });
  expect(await window.look()).toMatchObject({ hasManager: false, firstStart: false });
  const asked = await window.post('first', { id: device.newId(), person: amara, pin: managerPin });
  expect(asked).toEqual({ status: 409, said: { problem: 'not-first-start' } });
  const named = await nameManager(
    device,
    { kind: 'command-line' },
    { name: 'Amara Okafor', pin: managerPin },
  );
  expect(named.ok).toBe(true);
  expect((await window.signIn(managerPin)).status).toBe(200);
});
