import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../../core/log/base64.ts';
import { originOf, signCheckpoint } from '../../../core/log/checkpoint.ts';
import { consistencyProof, rootAt, verifyConsistency } from '../../../core/log/proofs.ts';
import { parseWitnessRequest, witnessRequest } from '../../../core/log/witness-request.ts';
import { uuid } from '../support/play.ts';
import { signer } from './ed25519.ts';
import { kept, leavesUpTo } from './kept-tree.ts';
import { sha256 } from './sha256.ts';

/** The example of c2sp.org/tlog-witness. */
const example = `old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
`;

const { nodeAt } = kept(leavesUpTo(20));
const rootOf = (size: number): Uint8Array => rootAt(sha256, nodeAt, size);
const note = signCheckpoint(sha256, signer(1), { origin: originOf(uuid(1)), size: 20, root: rootOf(20) });
const hash = toBase64(rootOf(3));

describe('A request to a witness', () => {
  it('as C2SP gives it is read, and written again is the same', () => {
    const request = parseWitnessRequest(example);
    expect(request).toMatchObject({
      old: 20852014,
      checkpoint: { origin: 'example.com/behind-the-sofa', size: 20852163 },
    });
    expect(request?.proof.map(toBase64)[3]).toBe('/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=');
    expect(request && witnessRequest(request)).toBe(example);
  });

  it.each([0, 1, 7, 16, 20])('carries what shows that the record only grew since size %i', (old) => {
    const proof = consistencyProof(sha256, nodeAt, old, 20);
    const request = parseWitnessRequest(witnessRequest({ old, proof, note }));
    if (request === null) throw new Error('The request was not read');
    const { checkpoint } = request;
    const roots = { firstRoot: rootOf(old), secondRoot: checkpoint.root };
    const consistency = { first: request.old, second: checkpoint.size, ...roots, proof: request.proof };
    expect(verifyConsistency(sha256, consistency)).toBe(true);
    expect(request.note).toBe(note);
  });

  it.each([
    ['nothing', ''],
    ['only a checkpoint', note],
    ['no empty line before the checkpoint', `old 3\n${hash}\n${note}`],
    ['two empty lines', `old 3\n${hash}\n\n\n${note}`],
    ['no size', `old \n\n${note}`],
    ['a size with a leading zero', `old 03\n\n${note}`],
    ['another word', `new 3\n\n${note}`],
    ['an old size beyond the checkpoint’s', `old 21\n\n${note}`],
    ['a hash of 31 bytes', `old 3\n${toBase64(new Uint8Array(31))}\n\n${note}`],
    ['a hash in hex', `old 3\n${'00'.repeat(32)}\n\n${note}`],
    ['64 hashes', `old 3\n${`${hash}\n`.repeat(64)}\n${note}`],
    ['no checkpoint', `old 3\n${hash}\n\n`],
    ['half a checkpoint', `old 3\n${hash}\n\n${note.slice(0, -1)}`],
  ])('is not one with %s', (_, text) => {
    expect(parseWitnessRequest(text)).toBeNull();
  });

  it('has at most 63 hashes', () => {
    expect(parseWitnessRequest(`old 3\n${`${hash}\n`.repeat(63)}\n${note}`)?.proof).toHaveLength(63);
  });
});
