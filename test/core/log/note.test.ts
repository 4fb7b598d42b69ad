import { describe, expect, it } from 'vitest';
import { toBase64, toHex } from '../../../core/log/base64.ts';
import { isSignedBy, parseNote, signNote } from '../../../core/log/note.ts';
import {
  algorithms,
  fingerprint,
  parseVerifierKey,
  type VerifierKey,
  verifierKey,
} from '../../../core/log/verifier-key.ts';
import { misprints, signer, signerFrom, verify } from './ed25519.ts';
import { sha256 } from './sha256.ts';

const keyOf = (line: string): VerifierKey => {
  const key = parseVerifierKey(sha256, line);
  if (key === null) throw new Error(`No verifier key: ${line}`);
  return key;
};
const isBy = (line: string, note: string): boolean => {
  const parsed = parseNote(note);
  return parsed !== null && isSignedBy(verify, keyOf(line), parsed);
};

/** The example of Go's package golang.org/x/mod/sumdb/note; its private key is published there for this use. */
const go = {
  key: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  seed: Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1),
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  line: '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};

/** The test vector of c2sp.org/signed-note. */
const c2sp = {
  key: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  note: 'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
};

const name = 'bedside-hello/00000000-0000-4000-8000-000000000001';
const device = signer(1);
const key = verifierKey(sha256, name, device.publicKey);

describe('A signed note', () => {
  it('of other implementations is read, and its signature holds', () => {
    expect(isBy(go.key, `${go.text}\n${go.line}`)).toBe(true);
    expect(isBy(c2sp.key, c2sp.note)).toBe(true);
  });

  it('is, byte for byte, what another implementation makes of the same text and key', () => {
    const theirs = signerFrom(go.seed);
    expect(verifierKey(sha256, 'PeterNeumann', theirs.publicKey)).toBe(go.key);
    expect(signNote(sha256, 'PeterNeumann', theirs, go.text)).toBe(`${go.text}\n${go.line}`);
  });

  it('is by its key, and by no other, whatever that calls itself', () => {
    const note = signNote(sha256, name, device, 'A text.\nOf two lines.\n');
    expect(parseNote(note)?.text).toBe('A text.\nOf two lines.\n');
    expect(isBy(key, note)).toBe(true);
    expect(isBy(verifierKey(sha256, name, signer(2).publicKey), note)).toBe(false);
    expect(isBy(verifierKey(sha256, `${name}0`, device.publicKey), note)).toBe(false);
  });

  it('is no longer by its key once any character of it is another', () => {
    const note = signNote(sha256, name, device, 'A text.\nOf two lines.\n');
    for (const misprint of misprints(note)) expect(isBy(key, misprint), misprint).toBe(false);
  });

  it('is not by a key for cosignatures, though name, key id and signature are as they would be', () => {
    const note = signNote(sha256, name, device, 'A text.\n');
    const cosigner: VerifierKey = { ...keyOf(key), algorithm: algorithms.cosignature };
    const parsed = parseNote(note);
    expect(parsed && isSignedBy(verify, cosigner, parsed)).toBe(false);
  });

  it('is not by its key with a signature of another length, whatever the platform thinks of it', () => {
    const { id } = keyOf(key);
    const signed = (length: number): boolean => {
      const signatures = [{ name, id, signature: new Uint8Array(length) }];
      return isSignedBy(() => true, keyOf(key), { text: 'A text.\n', signatures });
    };
    expect([63, 64, 65].map(signed)).toEqual([false, true, false]);
  });

  it('is by whoever signed its first line; others may sign below', () => {
    const note = signNote(sha256, name, device, 'A text.\n');
    const other = signNote(sha256, 'another', signer(2), 'A text.\n').split('\n\n')[1] ?? '';
    expect(isBy(key, note + other)).toBe(true);
    expect(parseNote(note + other)?.signatures.map((line) => line.name)).toEqual([name, 'another']);
    expect(isBy(key, note.replace('\n\n', `\n\n${other}`))).toBe(false);
  });

  it('may have empty lines in its text: the last one ends it', () => {
    const note = signNote(sha256, name, device, 'One.\n\nTwo.\n');
    expect(parseNote(note)?.text).toBe('One.\n\nTwo.\n');
    expect(isBy(key, note)).toBe(true);
  });

  const line = `— name ${toBase64(new Uint8Array(68))}\n`;
  it('has a text, an empty line, and signature lines: the form from which the following depart', () => {
    expect(parseNote(`text\n\n${line}`)).not.toBeNull();
    expect(parseNote(`text\n\n${line.repeat(100)}`)).not.toBeNull();
  });
  it.each([
    ['nothing', ''],
    ['no signature', 'text\n\n'],
    ['no empty line', `text\n${line}`],
    ['no text', `\n${line}`],
    ['no LF at the end', `text\n\n${line.trimEnd()}`],
    ['an empty line after it', `text\n\n${line}\n`],
    ['another line among the signatures', `text\n\n${line}and more\n`],
    ['CR LF', `text\r\n\n${line}`],
    ['a tab', `te\txt\n\n${line}`],
    ['a NUL', `te\u0000xt\n\n${line}`],
    ['half a surrogate pair', `te\ud800xt\n\n${line}`],
    ['a hyphen for the dash', `text\n\n${line.replace('—', '-')}`],
    ['an en dash', `text\n\n${line.replace('—', '–')}`],
    ['two spaces', `text\n\n${line.replace('— ', '—  ')}`],
    ['a space at the end', `text\n\n${line.replace('\n', ' \n')}`],
    ['a name with a plus', `text\n\n${line.replace('name', 'na+me')}`],
    ['a name with a no-break space', `text\n\n${line.replace('name', 'na\u00a0me')}`],
    ['no name', `text\n\n${line.replace('name ', '')}`],
    ['base64 without padding', `text\n\n${line.replace('=', '')}`],
    ['more signatures than anybody needs', `text\n\n${line.repeat(101)}`],
    ['a name with a control character', `text\n\n${line.replace('name', 'na\u007fme')}`],
    ['nothing after the key id', 'text\n\n— name AAAAAA==\n'],
  ])('cannot be read with %s', (_, note) => {
    expect(parseNote(note)).toBeNull();
  });

  it.each(['no LF', '', 'a tab\t\n', 'half a pair \ud800\n'])('is not made of “%s”', (text) => {
    expect(() => signNote(sha256, name, device, text)).toThrow(RangeError);
  });
});

describe('A verifier key', () => {
  it.each([
    go.key,
    c2sp.key,
    // From the tests of the same package of Go.
    'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop',
    // A plus in the base64, and a witness: from the tests of transparency-dev/formats.
    'TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6',
    'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2',
  ])('is read and written as others do: %s', (line) => {
    const { name, id, publicKey, algorithm } = keyOf(line);
    expect(`${name}+${toHex(id)}`).toBe(line.slice(0, name.length + 9));
    expect(verifierKey(sha256, name, publicKey, algorithm)).toBe(line);
  });

  it('has a fingerprint: the SHA-256 of its 32 bytes, in hex', () => {
    const publicKey = new Uint8Array(32);
    expect(fingerprint(sha256, publicKey)).toBe(
      '66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925',
    );
  });

  const [of, id, base64] = [c2sp.key.split('+')[0], '530d903a', c2sp.key.split('+')[2]];
  it.each([
    ['another name', `example.com/fop+${id}+${base64}`],
    ['another key id', `${of}+530d903b+${base64}`],
    ['capital hex', `${of}+530D903A+${base64}`],
    ['no key id', `${of}++${base64}`],
    ['half a key id', `${of}+530d+${base64}`],
    ['two parts', `${of}+${id}`],
    ['LF at the end', `${c2sp.key}\n`],
    ['a space in its name', `example.com foo+${id}+${base64}`],
    ['no name', verifierKey(sha256, 'x', device.publicKey).slice(1)],
    ['nothing', ''],
  ])('cannot be read with %s', (_, line) => {
    expect(parseVerifierKey(sha256, line)).toBeNull();
  });

  it('cannot be read with any character changed', () => {
    for (const misprint of misprints(key)) {
      if (misprint !== key) expect(parseVerifierKey(sha256, misprint), misprint).toBeNull();
    }
  });

  it.each([
    ['of another algorithm', 0x02, 32],
    ['of 31 bytes', 0x01, 31],
    ['of 33 bytes', 0x01, 33],
  ])('cannot be read if it is %s, though its key id follows', (_, algorithm, length) => {
    const bytes = Buffer.concat([Uint8Array.of(algorithm), new Uint8Array(length)]);
    const hash = sha256(Buffer.concat([Buffer.from('name\n'), bytes]));
    const line = `name+${toHex(hash.slice(0, 4))}+${toBase64(bytes)}`;
    expect(parseVerifierKey(sha256, line)).toBeNull();
  });

  it('is not made under a name with a space or a plus, nor of other than 32 bytes', () => {
    for (const bad of ['', 'a b', 'a+b', 'a\u2003b', 'a\nb', '\ud800']) {
      expect(() => verifierKey(sha256, bad, device.publicKey)).toThrow(RangeError);
    }
    expect(() => verifierKey(sha256, name, new Uint8Array(31))).toThrow(RangeError);
  });
});
