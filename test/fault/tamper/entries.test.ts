import { describe, expect, test } from 'vitest';
import { toHex } from '../../../core/log/base64.ts';
import { canonicalJson, type Json } from '../../../core/log/canonical-json.ts';
import { type Case, ours, type Said } from '../../support/verifiers.ts';
import { bundleOf, tarOf } from '../../vectors/make/bundle.ts';
import { uuidOf } from '../../vectors/make/ids.ts';
import { checkpointAt, leavesOf, type MadeRecord } from '../../vectors/make/record.ts';
import { aRecord, changedText, k } from './a-record.ts';
import { copyOf, signAnew } from './records.ts';

const true_ = aRecord();
const size = true_.entries.length;
const bundle = (record: MadeRecord): Case => ({ bytes: tarOf(bundleOf(record)) });
const bad = (entry: number, why: string): Said => ({
  ...{ result: 'bad', what: 'entry', entry, why, lastGood: entry - 1 },
});

/** The bundle of the record with other entries, and nothing else changed; with their hashes too where these are given. */
const withEntries = (entries: readonly Uint8Array[], leaves?: readonly Uint8Array[]): Case => {
  const members = bundleOf(true_);
  const lines = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join('');
  members.set('entries.ndjson', lines(entries.map((bytes) => new TextDecoder().decode(bytes))));
  if (leaves !== undefined) members.set('leaves.txt', lines(leaves.map(toHex)));
  return { bytes: tarOf(members) };
};

/** What somebody does who has the device and its key: changes the entries and signs everything anew. */
const signedAnew = (change: (entries: Uint8Array[]) => void): MadeRecord => {
  const record = copyOf(true_);
  change(record.entries);
  signAnew(record);
  return record;
};

test('the record that nobody tampered with holds', () => {
  const { result, size: of, entries, anchored } = ours(bundle(true_));
  expect({ result, of, entries, anchored }).toEqual({ result: 'ok', of: 41, entries: 41, anchored: 0 });
});

/** Each member of an entry with another value, and what is said where even the signatures are made anew. */
const changes: [string, Json, string | null][] = [
  ['v', 2, 'entry-malformed'],
  ['log', uuidOf('another log'), 'entry-of-another-log'],
  ['seq', 18, 'entry-misplaced'],
  ['event', uuidOf('another tap'), null],
  ['part', 1, null],
  ['at', '2026-03-01T07:00:00.000+00:00', null],
  ['boot', uuidOf('another boot'), null],
  ['mono', 1, null],
  ['actor', { kind: 'badge', person: 'person-1' }, null],
  ['type', 'introduction-withdrawn', null],
  ['ids', { session: 'another' }, null],
  ['data', { status: 'declined' }, null],
  ['salt', 'AAAAAAAAAAAAAAAAAAAAAA', null],
  ['app', '9.9.9', null],
];

const changed = (member: string, value: Json) => (bytes: Uint8Array) =>
  changedText(bytes, (text) => canonicalJson({ ...JSON.parse(text), [member]: value }));

test('these are all the members that an entry has', () => {
  const members = Object.keys(JSON.parse(new TextDecoder().decode(true_.entries[k - 1])));
  expect(changes.map(([member]) => member).sort()).toEqual(members.sort());
});

describe.each(changes)('an entry whose %s was changed', (member, value, malformed) => {
  const change = (entries: readonly Uint8Array[]) =>
    entries.map((bytes, at) => (at === k - 1 ? changed(member, value)(bytes) : bytes));
  const anew = signedAnew((entries) => entries.splice(0, size, ...change(entries)));

  test('is named, where only it was changed', () => {
    expect(ours(withEntries(change(true_.entries)))).toEqual(bad(k, 'entry-changed'));
  });

  test('is found by the next checkpoint, where its hash was changed too, and is vouched for up to the last', () => {
    const entries = change(true_.entries);
    const answer = ours(withEntries(entries, leavesOf({ entries })));
    expect(answer).toEqual(malformed === null ? bad(12, 'rewritten') : bad(k, malformed));
  });

  test('is found by an anchor, where everything was signed anew', () => {
    const anchors = [11, 21, 41].map((at) => checkpointAt(true_, at));
    const found = malformed === null ? bad(12, 'rewritten-since-anchor') : bad(k, malformed);
    expect(ours({ ...bundle(anew), anchors })).toEqual(found);
  });

  test('is reported as beyond the last anchor, where that is before it', () => {
    const answer = ours({ ...bundle(anew), anchors: [checkpointAt(true_, 11)] });
    if (malformed !== null) expect(answer).toEqual(bad(k, malformed));
    else expect(answer).toMatchObject({ result: 'ok', size: 41, anchored: 11 });
  });
});

test.each(changes.map(([member]) => member))(
  'an entry without its %s is none, whoever signed it',
  (member) => {
    const without = (text: string): string => {
      const { [member]: _, ...others } = JSON.parse(text);
      return canonicalJson(others);
    };
    const record = signedAnew((entries) => {
      entries[k - 1] = changedText(entries[k - 1] ?? new Uint8Array(), without);
    });
    expect(ours(bundle(record))).toEqual(bad(k, 'entry-malformed'));
  },
);

test('an entry with one member more, or in another form of JSON, is none, whoever signed it', () => {
  const forms = [
    (text: string) => canonicalJson({ ...JSON.parse(text), name: 'Kofi Mensah' }),
    (text: string) => JSON.stringify({ v: 1, ...JSON.parse(text) }),
    (text: string) => text.replace(':', ': '),
    (text: string) => text.replace('"v":1', '"v":1.0'),
    (text: string) => text.replace('"v":1', '"v":2,"v":1'),
    (text: string) => text.replace('"boot"', '"\\u0062oot"'),
  ];
  for (const form of forms) {
    const record = signedAnew((entries) => {
      entries[k - 1] = changedText(entries[k - 1] ?? new Uint8Array(), form);
    });
    expect(ours(bundle(record))).toEqual(bad(k, 'entry-malformed'));
  }
});

/** What can be done to a row of entries as such: the answer where only they are, and where everything is signed anew. */
const moves: [string, (entries: Uint8Array[]) => unknown, Said, Said][] = [
  [
    'an entry that was deleted',
    (entries) => entries.splice(k - 1, 1),
    bad(k, 'entry-changed'),
    bad(k, 'entry-misplaced'),
  ],
  [
    'an entry that was put in between',
    (entries) => entries.splice(k - 1, 0, entries[2] ?? new Uint8Array()),
    bad(k, 'entry-changed'),
    bad(k, 'entry-misplaced'),
  ],
  [
    'two entries that changed places',
    (entries) => entries.splice(k - 1, 0, ...entries.splice(k, 1)),
    bad(k, 'entry-changed'),
    bad(k, 'entry-misplaced'),
  ],
  [
    'an end that was cut off',
    (entries) => entries.splice(k - 1),
    bad(k, 'entry-missing'),
    bad(k, 'shorter-than-anchor'),
  ],
  [
    'an entry that was put at the end',
    (entries) => entries.push(entries[2] ?? new Uint8Array()),
    bad(42, 'entry-extra'),
    // What is after the last checkpoint is not in the bundle.
    { result: 'ok', size: 41, entries: 41, purged: 0, anchored: 41 },
  ],
];

test.each(moves)('%s is found, and named', (_, move, alone, anew) => {
  const entries = [...true_.entries];
  move(entries);
  expect(ours(withEntries(entries))).toEqual(alone);
  const anchors = [checkpointAt(true_, 11), checkpointAt(true_, 41)];
  expect(ours({ ...bundle(signedAnew(move)), anchors })).toMatchObject(anew);
});

test('where the entries after it are numbered anew too, a deleted one is found by an anchor only', () => {
  const renumbered = signedAnew((entries) => {
    entries.splice(k - 1, 1);
    for (const [at, bytes] of entries.entries())
      entries[at] = changedText(bytes, (text) => canonicalJson({ ...JSON.parse(text), seq: at + 1 }));
  });
  expect(ours(bundle(renumbered))).toMatchObject({ result: 'ok', size: 40, anchored: 0 });
  const at = (anchor: number) => ours({ ...bundle(renumbered), anchors: [checkpointAt(true_, anchor)] });
  expect(at(11)).toMatchObject({ result: 'ok', size: 40, anchored: 11 });
  expect(at(31)).toEqual(bad(1, 'rewritten-since-anchor'));
  expect(at(41)).toEqual(bad(41, 'shorter-than-anchor'));
});
