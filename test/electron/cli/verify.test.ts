import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { decodeEntry } from '../../../core/log/entry.ts';
import { fingerprint } from '../../../core/log/verifier-key.ts';
import { Misuse } from '../../../electron/cli/command.ts';
import { exportCommand } from '../../../electron/cli/export.ts';
import { verifyCommand } from '../../../electron/cli/verify.ts';
import { sha256 } from '../../../electron/log/signer.ts';
import { databaseFile } from '../../../electron/services/device.ts';
import { simulate } from '../../../electron/services/simulate/simulate.ts';
import { allEntries } from '../../../electron/store/log.ts';
import { openReader, openWriter } from '../../../electron/store/open.ts';
import { kiosk } from '../../support/command-line.ts';
import { temporaryFolder } from '../../support/device.ts';
import { testOnlySigner } from '../../vectors/make/ids.ts';
import { witnessKey } from '../../vectors/make/witness.ts';
import type { VectorCase } from '../../vectors/vectors.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const vector = (name: string): string => join(root, 'test/vectors', name);
const cases: VectorCase[] = JSON.parse(readFileSync(vector('vectors.json'), 'utf8'));
const key = fingerprint(sha256, testOnlySigner('whole').publicKey);

/** What `verify` says, and its exit code. */
const said = async (...words: string[]): Promise<{ code: number; out: string }> => {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line) => lines.push(`${line}\n`));
  try {
    return { code: await verifyCommand.run(words), out: lines.join('') };
  } finally {
    log.mockRestore();
  }
};

/** Files with the anchors of a vector. */
const anchorsOf = (title: string): string[] => {
  const folder = temporaryFolder();
  const notes = cases.find((one) => one.title === title)?.anchors ?? [];
  return notes.flatMap((note, at) => {
    writeFileSync(join(folder, `${at}.txt`), note);
    return ['--anchor', join(folder, `${at}.txt`)];
  });
};

test('an anchor may come as mail, editors and scanners leave it', async () => {
  const [, file = ''] = anchorsOf('two anchors that hold');
  const right = readFileSync(file, 'utf8');
  const spoilt = join(temporaryFolder(), 'anchor.txt');
  for (const text of [right.trimEnd(), `\ufeff${right}`, `\n${right}\n\n`, right.replaceAll('\n', '\r\n')]) {
    writeFileSync(spoilt, text);
    const ran = await said(vector('whole.tar'), '--anchor', spoilt);
    expect(ran.out).toMatch(/^ok: entries 1–231, anchored to [1-9]/);
  }
  writeFileSync(spoilt, right.replace('—', '-'));
  const ran = await said(vector('whole.tar'), '--anchor', spoilt);
  expect(ran.out).toMatch(/^bad: anchor: anchor-unsigned\n.*letter by letter/);
});

test('what a simulation wrote is said to be invented, by the verifier and in the bundle', async () => {
  const folder = temporaryFolder();
  simulate(folder, { sessions: 2, seed: 4, days: 2, until: '2026-06-02' });
  const bundle = join(temporaryFolder(), 'bundle.tar');
  await kiosk('export', '--data', folder, '--format', 'bundle', '--out', bundle);
  const ran = await said(bundle);
  expect(ran.out).toMatch(/INVENTED: \d+ of the \d+ entries here were written by a simulation/);
  expect(readFileSync(bundle, 'utf8').slice(0, 2048)).toContain(
    'INVENTED: a simulation wrote into this record',
  );
});

test('a bundle that holds is said to, with how far it is anchored and what there is to know', async () => {
  const ran = await said(vector('whole.tar'), ...anchorsOf('two anchors that hold'));
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.out.split('\n')).toEqual([
    'ok: entries 1–231, anchored to 161',
    `NOT COMPARED: the key ${key} was only taken from what was checked. Compare it by another road.`,
    '162–231 not yet anchored: whoever has the device and its key could have rewritten them.',
    '',
  ]);
  const groups = key
    .toUpperCase()
    .replaceAll(/(.{4})/g, '$1 ')
    .trim();
  const part = await said(vector('days.tar'), '--key', groups);
  expect(part.out).toContain('ok: 120 of entries 1–231, anchored to 0\n');
  expect(part.out).toContain(`The key ${key} is the one you gave.\n`);
  expect(part.out).toContain('of the days from 2026-03-02 to 2026-03-02 is what the kiosk states');
  const unused = await said(
    vector('days.tar'),
    ...anchorsOf('a part, and an anchor that is not among its checkpoints'),
  );
  expect(unused.out).toContain('The anchor of size 100 counts for nothing');
  const purged = await said(vector('purged.tar'));
  expect(ran.out).not.toContain('INVENTED');
  expect(purged.out).toContain('1–21 purged at the end of retention; their hashes are still there.\n');
  const witnessed = await said(vector('cosigned.tar'), '--witness', witnessKey('witness'));
  expect(witnessed.out).toContain('ok: entries 1–31, anchored to 21\n');
});

test('a bundle that does not hold gives 1 and the entry; what cannot be read, 2 and why', async () => {
  const rewritten = await said(
    vector('rewritten.tar'),
    ...anchorsOf('written anew after entry 121, found by an anchor'),
  );
  expect(rewritten).toMatchObject({ code: 1 });
  expect(rewritten.out).toMatch(
    /^bad: entry 82: rewritten-since-anchor; last good 81\nThe record was written anew/,
  );
  const mistrusted = await said(vector('whole.tar'), '--key', 'ab'.repeat(32));
  expect(mistrusted).toMatchObject({ code: 1 });
  expect(mistrusted.out).toMatch(/^bad: keys: key-not-trusted\nThe key in it is not the one/);
  const json = await said(vector('whole.tar'), '--key', 'ab'.repeat(32), '--json');
  expect(JSON.parse(json.out)).toEqual({
    result: 'bad',
    what: 'keys',
    entry: null,
    why: 'key-not-trusted',
    lastGood: null,
  });
  for (const file of [vector('vectors.json'), vector('none.tar'), root])
    expect(await said(file)).toMatchObject({
      code: 2,
      out: expect.stringMatching(/^unreadable: .+\n$/),
    });
});

test('what is not understood is refused in a sentence', async () => {
  const whole = vector('whole.tar');
  const wrong: [string[], string][] = [
    [[], 'Name one bundle'],
    [[whole, whole], 'Name one bundle'],
    [[whole, '--data', root], 'Name one bundle'],
    [[whole, '--key', 'abc'], '64 hex digits'],
    [[whole, '--witness', 'abc'], 'verifier key of a witness'],
    [[whole, '--everything'], '--everything'],
  ];
  for (const [words, sentence] of wrong) {
    await expect(verifyCommand.run(words)).rejects.toThrow(Misuse);
    await expect(verifyCommand.run(words)).rejects.toThrow(sentence);
  }
  const at = ['--data', root, '--out', '-', '--format'];
  const wrongExports: [string[], string][] = [
    [[...at, 'bundle', '--from', '2026-06-01'], '--to is needed'],
    [[...at, 'bundle', '--from', '2026-06-02', '--to', '2026-06-01'], 'is after --to'],
    [[...at, 'bundle', '--session', 'a b'], 'the id of a session'],
    [[...at, 'bundle', '--session', 'x', '--from', '2026-06-01'], 'not both'],
    [[...at, 'csv', '--session', 'x'], 'only for --format bundle'],
  ];
  for (const [words, sentence] of wrongExports)
    await expect(exportCommand.run(words)).rejects.toThrow(sentence);
});

/** Runs the command line where better-sqlite3 cannot be loaded. */
const withoutDatabase = (...words: string[]) => {
  const refuse = `import { registerHooks } from 'node:module';
    registerHooks({ resolve: (name, context, next) => {
      if (name === 'better-sqlite3') throw new Error('no database here');
      return next(name, context);
    } });`;
  const hook = `data:text/javascript,${encodeURIComponent(refuse)}`;
  return spawnSync(process.execPath, ['--import', hook, 'electron/cli.ts', ...words], {
    cwd: root,
    encoding: 'utf8',
  });
};

test('a bundle is verified without any database', () => {
  expect(withoutDatabase('verify', vector('whole.tar'))).toMatchObject({ status: 0, stderr: '' });
  expect(withoutDatabase('verify', '--data', temporaryFolder()).stderr).toContain('no database here');
});

const simulated = (): string => {
  const folder = temporaryFolder();
  simulate(folder, { sessions: 6, seed: 3, days: 3, until: '2026-06-30' });
  return folder;
};

const lastEntry = (folder: string) => {
  const db = openReader(databaseFile(folder));
  const bytes = allEntries.all(db, {}).at(-1)?.bytes ?? new Uint8Array();
  db.close();
  return decodeEntry(bytes);
};

test('what the command line exports, it verifies; and a data folder too, which says that it was checked', async () => {
  const data = simulated();
  const out = join(temporaryFolder(), 'all.tar');
  const written = await kiosk('export', '--data', data, '--format', 'bundle', '--out', out);
  const [, size = ''] =
    written.out.match(/^entries: (\d+) of \1, sha256: [0-9a-f]{64}, key: [0-9a-f]{64}\n$/) ?? [];
  expect(await said(out)).toMatchObject({
    code: 0,
    out: expect.stringContaining(`ok: entries 1–${size},`),
  });
  const checked = await said('--data', data);
  expect(checked).toMatchObject({ code: 0 });
  expect(checked.out).toContain(`ok: entries 1–${Number(size) + 1}, anchored to 0\n`);
  const data1 = { occasion: 'asked', result: 'ok', size: Number(size) + 1, entry: null, why: null };
  expect(lastEntry(data)).toMatchObject({ type: 'checked', actor: { kind: 'command-line' }, data: data1 });
  const again = await said('--data', data, '--json');
  expect(JSON.parse(again.out)).toMatchObject({ result: 'ok', size: Number(size) + 2 });
});

test('a data folder that does not hold says so in its own record, too', async () => {
  const data = simulated();
  const db = openWriter(databaseFile(data));
  db.prepare(`update entry set bytes = cast('{}' as blob) where seq = 17`).run();
  db.close();
  const ran = await said('--data', data);
  expect(ran).toMatchObject({ code: 1 });
  expect(ran.out).toMatch(/^bad: entry 17: entry-changed; last good 16\n/);
  expect(lastEntry(data)).toMatchObject({
    data: { result: 'bad', entry: 17, why: 'entry-changed', size: 16 },
  });
  expect(await said('--data', temporaryFolder())).toMatchObject({
    code: 2,
    out: expect.stringContaining('holds no record of this program'),
  });
});

/** Nobody in particular, who may read and not write. Root may write everywhere. */
const nobody = 65_534;

test.skipIf(process.platform === 'win32')(
  'a data folder that cannot be written is verified all the same, and it is said that nothing could be recorded',
  () => {
    const data = simulated();
    rmSync(join(data, 'kiosk.lock'), { force: true });
    const names = readdirSync(data).sort();
    const isRoot = process.getuid?.() === 0;
    for (const name of names) {
      chmodSync(join(data, name), 0o400);
      if (isRoot) chownSync(join(data, name), nobody, nobody);
    }
    chmodSync(data, 0o555);
    const ran = spawnSync(process.execPath, ['electron/cli.ts', 'verify', '--data', data], {
      cwd: root,
      encoding: 'utf8',
      ...(isRoot ? { uid: nobody, gid: nobody } : {}),
    });
    chmodSync(data, 0o755);
    expect(ran.stdout).toMatch(/^ok: entries 1–\d+, anchored to 0\n/);
    expect(ran.stdout).toContain('That it was checked could not be recorded.');
    expect(ran.status).toBe(0);
    expect(readdirSync(data).sort()).toEqual(names);
  },
);
