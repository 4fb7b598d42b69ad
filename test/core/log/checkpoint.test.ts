import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkpointText,
  isCheckpointBy,
  joinNotes,
  originOf,
  parseCheckpoint,
  signCheckpoint,
  splitNotes,
} from '../../../core/log/checkpoint.ts';
import { signNote } from '../../../core/log/note.ts';
import { parseVerifierKey, verifierKey } from '../../../core/log/verifier-key.ts';
import { uuid } from '../support/play.ts';
import { misprints, signer, verify } from './ed25519.ts';
import { sha256 } from './sha256.ts';

const origin = originOf(uuid(1));
const root = sha256(Buffer.from('root'));
const device = signer(1);
const note = signCheckpoint(sha256, device, { origin, size: 7, root });
const base64 = Buffer.from(root).toString('base64');

const isBy = (keyName: string, of: typeof device, text: string): boolean => {
  const key = parseVerifierKey(sha256, verifierKey(sha256, keyName, of.publicKey));
  const checkpoint = parseCheckpoint(text);
  return key !== null && checkpoint !== null && isCheckpointBy(verify, key, checkpoint);
};

describe('A checkpoint', () => {
  it('is three lines, an empty one and the signature of the device', () => {
    const [first, second, third, fourth, fifth, end, ...rest] = note.split('\n');
    expect([first, second, third, fourth]).toEqual([`bedside-hello/${uuid(1)}`, '7', base64, '']);
    expect(fifth?.startsWith(`— bedside-hello/${uuid(1)} `)).toBe(true);
    expect([end, rest]).toEqual(['', []]);
  });

  it('is read as it was made, and is by its key', () => {
    expect(parseCheckpoint(note)).toMatchObject({ origin, size: 7, text: `${origin}\n7\n${base64}\n` });
    expect(Buffer.from(root).equals(parseCheckpoint(note)?.root ?? root.slice(1))).toBe(true);
    expect(isBy(origin, device, note)).toBe(true);
  });

  it('is not by another key, nor by the same key under the name of another log', () => {
    expect(isBy(origin, signer(2), note)).toBe(false);
    const elsewhere = originOf(uuid(2));
    expect(isBy(elsewhere, device, note)).toBe(false);
    const foreign = signNote(sha256, elsewhere, device, checkpointText({ origin, size: 7, root }));
    expect(isBy(elsewhere, device, foreign)).toBe(false);
    expect(isBy(origin, device, foreign)).toBe(false);
  });

  it('is not by its key once any character of it is another', () => {
    for (const misprint of misprints(note)) expect(isBy(origin, device, misprint), misprint).toBe(false);
  });

  it('of other logs is read as well: the example of c2sp.org/tlog-checkpoint', () => {
    const example =
      'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n' +
      '— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n';
    expect(parseCheckpoint(example)).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163 });
  });

  it('has a size of up to 2^53 - 1', () => {
    const largest = checkpointText({ origin, size: Number.MAX_SAFE_INTEGER, root });
    expect(parseCheckpoint(signNote(sha256, origin, device, largest))?.size).toBe(Number.MAX_SAFE_INTEGER);
  });

  it.each([
    ['size 0', `${origin}\n0\n${base64}\n`],
    ['a leading zero', `${origin}\n07\n${base64}\n`],
    ['a sign', `${origin}\n+7\n${base64}\n`],
    ['a negative size', `${origin}\n-7\n${base64}\n`],
    ['a fraction', `${origin}\n7.0\n${base64}\n`],
    ['an exponent', `${origin}\n7e0\n${base64}\n`],
    ['hexadecimal', `${origin}\n0x7\n${base64}\n`],
    ['other digits', `${origin}\n٧\n${base64}\n`],
    ['a space', `${origin}\n 7\n${base64}\n`],
    ['a size of 2^53', `${origin}\n9007199254740992\n${base64}\n`],
    ['no size', `${origin}\n\n${base64}\n`],
    ['no origin', `\n7\n${base64}\n`],
    ['no root', `${origin}\n7\n`],
    ['a short root', `${origin}\n7\n${Buffer.from(root.slice(1)).toString('base64')}\n`],
    ['a root in base64url', `${origin}\n7\n${'-'.repeat(43)}=\n`],
    ['an extension line', `${origin}\n7\n${base64}\nmore\n`],
    ['an empty line more', `${origin}\n7\n${base64}\n\n`],
  ])('is not one with %s, though it is signed', (_, text) => {
    expect(parseCheckpoint(signNote(sha256, origin, device, text))).toBeNull();
  });

  it('is not made without a size, of a root that is none, or of an origin of two lines', () => {
    for (const size of [0, -1, 1.5, 2 ** 53, Number.NaN]) {
      expect(() => checkpointText({ origin, size, root })).toThrow(RangeError);
    }
    expect(() => checkpointText({ origin, size: 1, root: root.slice(1) })).toThrow(RangeError);
    for (const bad of ['', 'a\nb']) {
      expect(() => checkpointText({ origin: bad, size: 1, root })).toThrow(RangeError);
    }
  });
});

describe('Checkpoints in one file', () => {
  const made = (size: number, signatures: number): string => {
    const one = signCheckpoint(sha256, device, { origin, size, root });
    const line = one.slice(one.indexOf('\n\n') + 2);
    return one + line.repeat(signatures - 1);
  };

  it('come out as they were put in, with as many signatures as each has', () => {
    const notes = [made(1, 1), made(2, 3), made(9, 2)];
    expect(joinNotes(notes)).toBe(`${notes[0]}\n${notes[1]}\n${notes[2]}`);
    for (let count = 0; count <= 3; count += 1) {
      expect(splitNotes(joinNotes(notes.slice(0, count)))).toEqual(notes.slice(0, count));
    }
  });

  it('have one way to be put together: any text that comes apart is what would be put together', () => {
    const lines = fc.constantFrom('a\n', '\n', '— n AAAAAAA=\n', '— n AAAAAAA=', 'a');
    const text = fc.array(lines, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (any) => {
        const notes = splitNotes(any);
        if (notes !== null) expect(joinNotes(notes)).toBe(any);
      }),
      { numRuns: 2000 },
    );
  });

  it('do not come apart if one has no signatures, or anything but one empty line is between them', () => {
    const [one, two] = [made(1, 1), made(2, 1)];
    const [text = ''] = two.split('\n\n');
    for (const bad of [`${one}\n${text}\n`, `${one}\n`, `${one}\n\n`, one.slice(0, -1), '\n', text]) {
      expect(splitNotes(bad)?.map(parseCheckpoint).includes(null) ?? true, JSON.stringify(bad)).toBe(true);
    }
    for (const bad of [one + two, `${one}\n\n${two}`, `\n${one}`]) {
      expect(splitNotes(bad)?.map(parseCheckpoint).includes(null) ?? true, JSON.stringify(bad)).toBe(true);
    }
  });
});
