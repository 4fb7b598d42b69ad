import { describe, expect, it } from 'vitest';
import { originOf, parseCheckpoint, signCheckpoint } from '../../../core/log/checkpoint.ts';
import { cosign, verifyCosignature } from '../../../core/log/cosignature.ts';
import { parseNote } from '../../../core/log/note.ts';
import { algorithms, parseVerifierKey, verifierKey } from '../../../core/log/verifier-key.ts';
import { uuid } from '../support/play.ts';
import { misprints, signer, verify } from './ed25519.ts';
import { sha256 } from './sha256.ts';

const seenBy = (line: string, note: string): number | null => {
  const key = parseVerifierKey(sha256, line);
  const parsed = parseNote(note);
  if (key === null) throw new Error(`No verifier key: ${line}`);
  return parsed === null ? null : verifyCosignature(verify, key, parsed);
};

/** A checkpoint of a public log of Certificate Transparency, with the cosignature of a public witness. */
const arche = `arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
`;
const remora = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2';

const origin = originOf(uuid(1));
const note = signCheckpoint(sha256, signer(1), { origin, size: 7, root: sha256(Buffer.from('root')) });
const { text } = parseCheckpoint(note) ?? { text: '' };
const name = originOf(uuid(2));
const witness = { name, ...signer(2) };
const key = verifierKey(sha256, name, witness.publicKey, algorithms.cosignature);
const time = 1_770_000_000;
const line = cosign(sha256, { ...witness, time }, text);

describe('A cosignature', () => {
  it('of a witness out in the world holds, and says when', () => {
    expect(seenBy(remora, arche)).toBe(0x6a122120);
    expect(seenBy(remora, arche.replace('1432088532', '1432088533'))).toBeNull();
  });

  it('goes below the signature of the device, and says when the witness had seen the checkpoint', () => {
    expect(seenBy(key, note + line)).toBe(time);
    expect(parseCheckpoint(note + line)?.signatures.map((one) => one.name)).toEqual([origin, name]);
  });

  it('is over a header, the time and the text of the checkpoint', () => {
    const signed: string[] = [];
    const sign = (message: Uint8Array): Uint8Array => {
      signed.push(Buffer.from(message).toString());
      return witness.sign(message);
    };
    cosign(sha256, { ...witness, sign, time }, text);
    expect(signed).toEqual([`cosignature/v1\ntime 1770000000\n${text}`]);
  });

  it('has its time in eight bytes, also beyond 32 bits', () => {
    for (const far of [0, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER]) {
      expect(seenBy(key, note + cosign(sha256, { ...witness, time: far }, text))).toBe(far);
    }
    expect(() => cosign(sha256, { ...witness, time: -1 }, text)).toThrow(RangeError);
    expect(() => cosign(sha256, { ...witness, time: 1.5 }, text)).toThrow(RangeError);
  });

  it('does not hold once any character of it, or of the checkpoint’s text, is another', () => {
    for (const misprint of misprints(line)) expect(seenBy(key, note + misprint), misprint).toBeNull();
    for (const misprint of misprints(text)) {
      expect(seenBy(key, `${misprint}${note.slice(text.length)}${line}`), misprint).toBeNull();
    }
  });

  it('is not one by another key, by the same key as a device’s, or where there is none', () => {
    expect(
      seenBy(verifierKey(sha256, name, signer(3).publicKey, algorithms.cosignature), note + line),
    ).toBeNull();
    expect(seenBy(verifierKey(sha256, name, witness.publicKey), note + line)).toBeNull();
    expect(seenBy(key, note)).toBeNull();
    const asDevice = verifierKey(sha256, origin, signer(1).publicKey, algorithms.cosignature);
    expect(seenBy(asDevice, note)).toBeNull();
  });

  it('does not hold for a key of the other algorithm, though name and key id are the same', () => {
    const cosigner = parseVerifierKey(sha256, key);
    const parsed = parseNote(note + line);
    if (cosigner === null || parsed === null) throw new Error('Neither key nor note');
    expect(verifyCosignature(verify, { ...cosigner, algorithm: algorithms.ed25519 }, parsed)).toBeNull();
  });

  it('holds beside one by the same witness that does not', () => {
    const [bad = ''] = misprints(line).slice(-20);
    expect(seenBy(key, note + bad + line)).toBe(time);
  });
});
