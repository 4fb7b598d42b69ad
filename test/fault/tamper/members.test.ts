import { expect, test } from 'vitest';
import type { MemberName } from '../../../core/log/bundle/members.ts';
import { joinNotes, originOf } from '../../../core/log/checkpoint.ts';
import { fingerprint, verifierKey } from '../../../core/log/verifier-key.ts';
import { sha256 } from '../../../electron/log/signer.ts';
import { ours, type Said, verified } from '../../support/verifiers.ts';
import { bundleOf, tarOf } from '../../vectors/make/bundle.ts';
import { testOnlySigner, uuidOf } from '../../vectors/make/ids.ts';
import { checkpointAt, logOf, type MadeRecord, purge, sign } from '../../vectors/make/record.ts';
import { witnessed, witnessKey } from '../../vectors/make/witness.ts';
import { aRecord, k } from './a-record.ts';
import { copyOf } from './records.ts';

const record = aRecord();
const session = { kind: 'session', id: uuidOf('session tampered with 2') } as const;
const bad = (what: string, why: string): Said => ({ result: 'bad', what, entry: null, why, lastGood: null });
const badEntry = (entry: number, why: string, lastGood = entry - 1): Said => ({
  ...{ result: 'bad', what: 'entry', entry, why, lastGood },
});

/** The answer to a bundle of which one member was changed. */
const answerTo = (member: MemberName, change: (text: string) => string, of = bundleOf(record)): Said => {
  const text = of.get(member) ?? '';
  of.set(member, change(text));
  if (of.get(member) === text) throw new Error('Nothing was changed');
  return ours({ bytes: tarOf(of) });
};
const ofPart = (member: MemberName, change: (text: string) => string): Said =>
  answerTo(member, change, bundleOf(record, session));

const lineChanged = (at: number, change: (line: string) => string) => (text: string) =>
  text
    .split('\n')
    .map((line, place) => (place === at ? change(line) : line))
    .join('\n');
const lineGone = (at: number) => (text: string) => text.split('\n').toSpliced(at, 1).join('\n');
const otherDigit = (line: string): string => (line.startsWith('0') ? '1' : '0') + line.slice(1);
/** Another first letter of the first hash. */
const otherHash = (line: string): string =>
  line.replace(/(?<=\[")./, (letter) => (letter === 'A' ? 'B' : 'A'));

test('the hash of an entry that was changed names the entry; one that is gone, the place where the list ends', () => {
  expect(answerTo('leaves.txt', lineChanged(k - 1, otherDigit))).toEqual(badEntry(k, 'entry-changed'));
  expect(
    answerTo(
      'leaves.txt',
      lineChanged(k - 1, () => 'no hash'),
    ),
  ).toEqual(badEntry(k, 'leaf-missing'));
  expect(answerTo('leaves.txt', lineGone(k - 1))).toEqual(badEntry(k, 'entry-changed'));
  expect(answerTo('leaves.txt', lineGone(40))).toEqual(badEntry(41, 'leaf-missing'));
  expect(answerTo('leaves.txt', (text) => `${text}${text.slice(0, 65)}`)).toEqual(
    badEntry(42, 'entry-extra'),
  );
});

test('a checkpoint that is not as it was signed, is of another key, or is gone where it is the last, does not hold', () => {
  const unsigned = bad('checkpoint', 'checkpoint-unsigned');
  expect(answerTo('checkpoints.txt', (text) => text.replace('\n21\n', '\n22\n'))).toEqual(unsigned);
  expect(answerTo('checkpoints.txt', (text) => text.replace('\n21\n', '\n021\n'))).toEqual(unsigned);
  expect(answerTo('checkpoints.txt', () => '')).toEqual(unsigned);
  const { notes, byAnother } = {
    notes: record.checkpoints.map(({ note }) => note),
    byAnother: checkpointAt(
      { ...record, logs: [{ id: logOf(record), began: 1, signer: testOnlySigner('another') }] },
      21,
    ),
  };
  const put = (...changed: string[]) => answerTo('checkpoints.txt', () => joinNotes(changed));
  expect(put(...notes.with(1, byAnother))).toEqual(unsigned);
  expect(put(...notes.toReversed())).toEqual(unsigned);
  expect(put(...notes.slice(0, -1))).toEqual(bad('checkpoint', 'statement-disagrees'));
  // One that is not the last may be left out: the others vouch for all.
  expect(put(...notes.toSpliced(1, 1))).toMatchObject({ result: 'ok', size: 41 });
});

test('a checkpoint that the device signed for another history shows how far the others vouch', () => {
  const forked = copyOf(record);
  forked.entries[k - 1] = forked.entries[3] ?? new Uint8Array();
  const notes = record.checkpoints.map(({ note }) => note);
  const answer = answerTo('checkpoints.txt', () => joinNotes(notes.with(2, checkpointAt(forked, 31))));
  expect(answer).toEqual(badEntry(22, 'rewritten'));
});

test('another key in the place of the device’s is found by its signatures, and by the fingerprint that was given', () => {
  const line = (name: string, signer: string) =>
    `${verifierKey(sha256, name, testOnlySigner(signer).publicKey)}\n`;
  const origin = originOf(logOf(record));
  expect(answerTo('keys.txt', () => line(origin, 'another'))).toEqual(bad('statement', 'statement-unsigned'));
  expect(answerTo('keys.txt', (text) => text + text)).toEqual(bad('keys', 'key-malformed'));
  expect(answerTo('keys.txt', () => '')).toEqual(bad('keys', 'key-malformed'));
  expect(answerTo('keys.txt', (text) => text.replace('+', '-'))).toEqual(bad('keys', 'key-malformed'));
  expect(answerTo('keys.txt', () => line(originOf(uuidOf('x')), 'tampered with'))).toEqual(
    bad('keys', 'key-malformed'),
  );
  // Somebody made all of it up, with a key of their own.
  const madeUp: MadeRecord = {
    ...copyOf(record),
    logs: [{ id: logOf(record), began: 1, signer: testOnlySigner('forger') }],
  };
  madeUp.checkpoints = madeUp.checkpoints.map(({ size }) => ({ size, note: checkpointAt(madeUp, size) }));
  const bytes = tarOf(bundleOf(madeUp));
  expect(ours({ bytes })).toMatchObject({ result: 'ok' });
  const key = fingerprint(sha256, testOnlySigner('tampered with').publicKey);
  expect(ours({ bytes, key })).toEqual(bad('keys', 'key-not-trusted'));
  expect(ours({ bytes: tarOf(bundleOf(record)), key })).toMatchObject({ result: 'ok', key });
});

test('a statement that was changed is not signed; one that the device signed and is not true disagrees', () => {
  const unsigned = bad('statement', 'statement-unsigned');
  const untrue = bad('statement', 'statement-disagrees');
  expect(answerTo('statement.txt', (text) => text.replace('"sessions":4', '"sessions":3'))).toEqual(unsigned);
  expect(answerTo('statement.txt', (text) => text.replace('{', '{ '))).toEqual(unsigned);
  expect(answerTo('statement.txt', (text) => text.replace('statement 1', 'statement 2'))).toEqual({
    result: 'unreadable',
  });
  for (const [from, to] of [
    ['"sessions":4', '"sessions":3'],
    ['"introductions":8', '"introductions":9'],
    ['"entries":41', '"entries":40'],
    ['"first":1', '"first":2'],
    ['"last":41', '"last":null'],
    [/"digest":"./, '"digest":"g'],
    [/"digest":"[^"]*"/, `"digest":"${'0'.repeat(64)}"`],
    ['"purged":0', '"purged":42'],
    ['"purged":0', '"purged":-1'],
  ] as const) {
    const restated = bundleOf(record, { kind: 'all' }, (line) => line.replace(from, to));
    const answer = ours({ bytes: tarOf(restated) });
    expect(answer).toEqual(to === '"digest":"g' ? { result: 'unreadable' } : untrue);
  }
});

test('where the statement hides that entries are missing at the beginning, an entry has to tell of the purge', () => {
  const hidden = copyOf(record);
  hidden.purged = 11;
  expect(ours({ bytes: tarOf(bundleOf(hidden)) })).toEqual(badEntry(1, 'purge-unexplained'));
});

test('where an entry tells of a purge and all entries are still there, they hold', () => {
  const told = copyOf(record);
  purge(told, 11);
  told.purged = 0;
  sign(told);
  expect(ours({ bytes: tarOf(bundleOf(told)) })).toMatchObject({ result: 'ok', entries: 42, purged: 0 });
});

test('in a part, an entry or a proof that was changed, is gone or is one too many is named', () => {
  const whole = bundleOf(record, session).get('entries.ndjson') ?? '';
  const first = 12;
  expect(ours({ bytes: tarOf(bundleOf(record, session)) })).toMatchObject({
    result: 'ok',
    entries: 10,
    size: 41,
  });
  expect(ofPart('entries.ndjson', (text) => text.replaceAll('"self"', '"badge"'))).toEqual(
    badEntry(18, 'entry-changed', 17),
  );
  expect(ofPart('entries.ndjson', lineGone(9))).toEqual(badEntry(21, 'entry-missing', 20));
  expect(ofPart('entries.ndjson', lineGone(2))).toEqual(badEntry(14, 'entry-misplaced', 13));
  expect(ofPart('entries.ndjson', (text) => text + whole.slice(0, whole.indexOf('\n') + 1))).toEqual(
    badEntry(22, 'entry-extra', 21),
  );
  expect(
    ofPart(
      'entries.ndjson',
      lineChanged(0, () => '{}'),
    ),
  ).toEqual(badEntry(first, 'entry-malformed', 0));
  expect(ofPart('proofs.ndjson', lineChanged(3, otherHash))).toEqual(badEntry(15, 'entry-changed', 14));
  expect(
    ofPart(
      'proofs.ndjson',
      lineChanged(3, () => '{"proof":[],"seq":15}'),
    ),
  ).toEqual(badEntry(15, 'entry-changed', 14));
  expect(
    ofPart(
      'proofs.ndjson',
      lineChanged(3, () => '{"proof":[],"seq":14}'),
    ),
  ).toEqual(badEntry(15, 'proof-malformed', 14));
  expect(
    ofPart(
      'proofs.ndjson',
      lineChanged(0, () => 'nothing'),
    ),
  ).toEqual(badEntry(1, 'proof-malformed', 0));
  expect(ofPart('proofs.ndjson', lineGone(9))).toEqual(badEntry(21, 'entry-extra', 20));
});

test('a hash that is written in another form of base64 is none, though it says the same', () => {
  const first = bundleOf(record, session)
    .get('proofs.ndjson')
    ?.match(/[A-Za-z0-9+/]{42}([A-Za-z0-9+/])=/);
  const [hash = '', last = ''] = first ?? [];
  // The last digit has two bits that no byte needs.
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const same = `${hash.slice(0, 42)}${digits[digits.indexOf(last) + 1]}=`;
  expect(Buffer.from(same, 'base64')).toEqual(Buffer.from(hash, 'base64'));
  expect(ofPart('proofs.ndjson', (text) => text.replace(hash, same))).toEqual(
    badEntry(1, 'proof-malformed', 0),
  );
});

test('in a part, an entry that was not asked for is named, even where the device signed that it was', () => {
  const other = bundleOf(record, session, (line) =>
    line.replace(session.id, uuidOf('session tampered with 3')),
  );
  expect(ours({ bytes: tarOf(other) })).toEqual(badEntry(12, 'filter-disagrees', 0));
});

test('in a part, a checkpoint of another history is found by its consistency proof', () => {
  const inconsistent = bad('checkpoint', 'checkpoint-inconsistent');
  expect(ofPart('consistency.ndjson', lineChanged(1, otherHash))).toEqual(inconsistent);
  expect(ofPart('consistency.ndjson', lineGone(2))).toEqual(inconsistent);
  expect(ofPart('consistency.ndjson', (text) => `${text}{"proof":[],"size":41}\n`)).toEqual(inconsistent);
  const forked = copyOf(record);
  forked.entries[k - 1] = forked.entries[3] ?? new Uint8Array();
  const note = checkpointAt(forked, 31);
  const notes = record.checkpoints.map((checkpoint) => checkpoint.note).with(2, note);
  expect(ofPart('checkpoints.txt', () => joinNotes(notes))).toEqual(inconsistent);
});

test('an anchor holds in a part only where its size is among the checkpoints; otherwise it is said to count for nothing', () => {
  const bytes = tarOf(bundleOf(record, session));
  const given = { bytes, anchors: [checkpointAt(record, 21), checkpointAt(record, 25)] };
  expect(verified(given)).toMatchObject({ result: 'ok', anchored: 21, unused: [25] });
  const forked = copyOf(record);
  forked.entries[k - 1] = forked.entries[3] ?? new Uint8Array();
  const anchors = [checkpointAt(record, 11), checkpointAt(forked, 21)];
  expect(ours({ bytes, anchors })).toEqual(badEntry(12, 'rewritten-since-anchor'));
});

test('what a witness signed is an anchor for whoever trusts the witness, and for nobody else', () => {
  const seen = copyOf(record);
  for (const checkpoint of seen.checkpoints.filter(({ size }) => size === 31))
    checkpoint.note = witnessed(checkpoint.note, 'witness', 1_772_500_000);
  const bytes = tarOf(bundleOf(seen));
  expect(ours({ bytes, witnesses: [witnessKey('witness')] })).toMatchObject({ anchored: 31 });
  expect(ours({ bytes, witnesses: [witnessKey('nobody')] })).toMatchObject({ anchored: 0 });
  const another = bundleOf(record);
  const moved = joinNotes(
    record.checkpoints.map(({ note, size }) => (size === 41 ? note + lineOf(seen) : note)),
  );
  another.set('checkpoints.txt', moved);
  expect(ours({ bytes: tarOf(another), witnesses: [witnessKey('witness')] })).toMatchObject({ anchored: 0 });
});

/** The line of the witness, taken from one checkpoint in order to put it below another. */
const lineOf = ({ checkpoints }: MadeRecord): string => `${checkpoints[2]?.note.split('\n').at(-2)}\n`;

test('every byte counts: no bit of what is checked can be turned without the answer being another', () => {
  const members = bundleOf(record, session);
  members.set('README.txt', '');
  const bytes = tarOf(members);
  const before = JSON.stringify(ours({ bytes }));
  // Checksums cover the headers; padding is nothing that anybody reads.
  const from = 2 * 512;
  let turned = 0;
  for (let at = from; at < bytes.length; at += 41) {
    if (bytes[at] === 0) continue;
    const forged = Uint8Array.from(bytes);
    forged[at] = (forged[at] ?? 0) ^ (1 << (at % 8));
    expect(JSON.stringify(ours({ bytes: forged })), `byte ${at}`).not.toBe(before);
    turned += 1;
  }
  expect(turned).toBeGreaterThan(200);
});
