import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kiosk } from '../../support/command-line.ts';
import { temporaryFolder } from '../../support/device.ts';
import { grow, opened, sizeOf } from './two-kiosks.ts';

/** What `key` says after a word. */
const said = (out: string, word: string): string =>
  out
    .split('\n')
    .find((line) => line.startsWith(`${word} `))
    ?.slice(word.length)
    .trim() ?? '';

test('two kiosks, an envelope between them: the record of one is anchored by the other', async () => {
  const [one, other, envelope] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
  const [device] = [opened(one), opened(other)];
  grow(device, 5);
  const [request, signature] = [join(envelope, 'request.txt'), join(envelope, 'signature.txt')];
  const [mine, theirs] = await Promise.all([kiosk('key', '--data', one), kiosk('key', '--data', other)]);
  const [log, witness] = [said(mine.out, 'log'), said(theirs.out, 'witness')];
  const fingerprint = said(mine.out, 'fingerprint');
  expect(fingerprint).toMatch(/^(?:[0-9a-f]{4} ){15}[0-9a-f]{4}$/);

  // The first time.
  const asked = await kiosk('checkpoint', '--data', one, '--since', '0', '--out', request);
  expect(asked).toEqual({
    code: 0,
    out: `entries: 1 to 6, fingerprint of the key: ${fingerprint}\n`,
    err: '',
  });
  // As mail leaves it.
  writeFileSync(request, readFileSync(request, 'utf8').trimEnd().replaceAll('\n', '\r\n'));
  const unknown = await kiosk('witness', request, '--data', other);
  expect(unknown).toMatchObject({ code: 1, out: '' });
  expect(unknown.err).toContain('give its verifier key with --trust');
  const first = await kiosk('witness', request, '--data', other, '--trust', log);
  expect(first).toMatchObject({ code: 0 });
  expect(first.out).toMatch(/^— bedside-hello\/witness\/[0-9a-f]{16} \S+\n$/);
  expect(first.err).toContain(`fingerprint of its key: ${fingerprint}\n`);
  writeFileSync(signature, first.out);
  const taken = await kiosk('anchor', signature, '--data', one, '--witness', witness);
  expect(taken).toMatchObject({ code: 0, err: '' });
  expect(taken.out).toMatch(
    /^anchored: entries 1 to 6, countersigned \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\n$/,
  );

  // And again, with the proof from there.
  grow(device, 5);
  const size = sizeOf(device);
  await kiosk('checkpoint', '--data', one, '--since', '6', '--out', request);
  const second = await kiosk('witness', request, '--data', other, '--out', signature);
  expect(second).toMatchObject({ code: 0, err: '' });
  expect(second.out).toContain(`entries: 1 to ${size}, countersigned before: 6\n`);
  expect((await kiosk('anchor', signature, '--data', one, '--witness', witness)).code).toBe(0);

  // An auditor who got the bundle from the one and the key of the witness from the other.
  const bundle = join(envelope, 'record.tar');
  await kiosk('export', '--data', one, '--format', 'bundle', '--out', bundle);
  const [alone, anchored] = await Promise.all([
    kiosk('verify', bundle, '--key', fingerprint),
    kiosk('verify', bundle, '--key', fingerprint, '--witness', witness),
  ]);
  expect(alone).toMatchObject({ code: 0, out: expect.stringMatching(/^ok: entries 1–\d+, anchored to 0\b/) });
  expect(anchored).toMatchObject({ code: 0, err: '' });
  expect(anchored.out.split('\n')[0]).toMatch(new RegExp(`^ok: entries 1–\\d+, anchored to ${size}\\b`));
}, 120_000);
