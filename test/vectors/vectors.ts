import { fingerprint } from '../../core/log/verifier-key.ts';
import { sha256 } from '../../electron/log/signer.ts';
import { bundleOf, type Members } from './make/bundle.ts';
import { logCreated, sessionEvents } from './make/events.ts';
import { testOnlySigner, uuidOf } from './make/ids.ts';
import {
  add,
  addEach,
  checkpointAt,
  type MadeRecord,
  newRecord,
  purge,
  restore,
  sign,
} from './make/record.ts';
import { witnessed, witnessKey } from './make/witness.ts';

/** What a verifier is given, and what it has to answer: the members that both verifiers print. */
export interface VectorCase {
  title: string;
  bundle: string;
  key: string | null;
  anchors: string[];
  witnesses: string[];
  expected: Record<string, string | number | null>;
}

/** A record of so many sessions, ten entries each, after one that begins it; and then more each day. */
const recordOf = (name: string, sessions: number, signAfter: readonly number[]): MadeRecord => {
  const record = newRecord(name);
  add(record, [logCreated], 'system');
  for (let session = 1; session <= sessions; session += 1) {
    // Twelve sessions a day, two hours apart.
    record.seconds = (session - 1) * 7200;
    addEach(record, sessionEvents(`${name} ${session}`));
    if (signAfter.includes(session)) sign(record);
  }
  return record;
};

const key = (name: string): string => fingerprint(sha256, testOnlySigner(name).publicKey);

interface Vectors {
  bundles: Map<string, Members>;
  cases: VectorCase[];
}

/** Every vector, made anew: always the same. */
export const makeVectors = (): Vectors => {
  const whole = recordOf('whole', 23, [8, 16, 23]);
  const rewritten = recordOf('whole', 12, []);
  addEach(rewritten, sessionEvents('whole, but another'));
  sign(rewritten);

  const purged = recordOf('purged', 5, [2, 4]);
  purge(purged, 21);
  sign(purged);

  const before = recordOf('first device', 4, [2, 4]);
  const restored = restore(before, 31, 'second device');
  sign(restored);
  addEach(restored, sessionEvents('on the second device'));
  sign(restored);
  add(before, [{ type: 'kiosk-stopped', ids: {}, data: {} }], 'system');

  const cosigned = recordOf('cosigned', 3, [1, 2, 3]);
  for (const checkpoint of cosigned.checkpoints.filter(({ size }) => size === 21))
    checkpoint.note = witnessed(checkpoint.note, 'witness', 1_772_500_000);

  const days = { kind: 'days', from: '2026-03-02', to: '2026-03-02' } as const;
  const never = { kind: 'days', from: '2031-01-01', to: '2031-12-31' } as const;
  const session = { kind: 'session', id: uuidOf('session whole 9') } as const;
  const bundles = new Map([
    ['whole.tar', bundleOf(whole)],
    ['rewritten.tar', bundleOf(rewritten)],
    ['purged.tar', bundleOf(purged)],
    ['restored.tar', bundleOf(restored)],
    ['cosigned.tar', bundleOf(cosigned)],
    ['days.tar', bundleOf(whole, days)],
    ['session.tar', bundleOf(whole, session)],
    ['session-of-old-log.tar', bundleOf(restored, { kind: 'session', id: uuidOf('session first device 2') })],
    ['empty.tar', bundleOf(whole, never)],
  ]);

  const wholeKey = key('whole');
  const ok = (size: number, entries: number, anchored: number, name = 'whole', gone = 0) => ({
    ...{ result: 'ok', size, entries, purged: gone, anchored, key: key(name) },
  });
  const bad = (
    what: string,
    entry: number | null,
    why: string,
    lastGood = entry === null ? null : entry - 1,
  ) => ({
    ...{ result: 'bad', what, entry, why, lastGood },
  });
  const given = { key: null, anchors: [], witnesses: [] };
  const at = (size: number): string => checkpointAt(whole, size);
  const cases: VectorCase[] = [
    { ...given, title: 'a whole record', bundle: 'whole.tar', expected: ok(231, 231, 0) },
    {
      ...{ ...given, title: 'its key is the one that was given', bundle: 'whole.tar', key: wholeKey },
      expected: ok(231, 231, 0),
    },
    {
      ...{
        ...given,
        title: 'its key is not the one that was given',
        bundle: 'whole.tar',
        key: key('purged'),
      },
      expected: bad('keys', null, 'key-not-trusted'),
    },
    {
      ...{ ...given, title: 'two anchors that hold', bundle: 'whole.tar', anchors: [at(161), at(81)] },
      expected: ok(231, 231, 161),
    },
    {
      ...{
        ...given,
        title: 'an anchor of a size without a checkpoint',
        bundle: 'whole.tar',
        anchors: [at(100)],
      },
      expected: ok(231, 231, 100),
    },
    {
      ...{ ...given, title: 'an anchor of another device', bundle: 'whole.tar' },
      ...{ anchors: [checkpointAt(purged, 41)], expected: bad('anchor', null, 'anchor-unsigned') },
    },
    {
      ...{ ...given, title: 'a text that is no checkpoint', bundle: 'whole.tar', anchors: ['Entry 81\n'] },
      expected: bad('anchor', null, 'anchor-unsigned'),
    },
    {
      ...{
        ...given,
        title: 'written anew with the own key, and nobody kept an anchor',
        bundle: 'rewritten.tar',
      },
      expected: ok(131, 131, 0),
    },
    {
      ...{ ...given, title: 'written anew after entry 121, found by an anchor', bundle: 'rewritten.tar' },
      ...{ anchors: [at(81), at(131)], expected: bad('entry', 82, 'rewritten-since-anchor') },
    },
    {
      ...{ ...given, title: 'an old copy, found by an anchor', bundle: 'rewritten.tar' },
      ...{ anchors: [at(81), at(161)], expected: bad('entry', 132, 'shorter-than-anchor') },
    },
    { ...given, title: 'a purge', bundle: 'purged.tar', expected: ok(52, 31, 0, 'purged', 21) },
    {
      ...{ ...given, title: 'a purge, and an anchor from before it', bundle: 'purged.tar' },
      ...{ anchors: [checkpointAt(purged, 11)], expected: ok(52, 31, 11, 'purged', 21) },
    },
    {
      ...{ ...given, title: 'put back from a backup on another device', bundle: 'restored.tar' },
      expected: ok(42, 42, 0, 'second device'),
    },
    {
      ...{ ...given, title: 'put back from a backup, and an anchor of the old log', bundle: 'restored.tar' },
      ...{ anchors: [checkpointAt(before, 21)], expected: ok(42, 42, 21, 'second device') },
    },
    {
      ...{ ...given, title: 'the old log recorded more than the backup knew', bundle: 'restored.tar' },
      ...{
        anchors: [checkpointAt(before, 21), checkpointAt(before, 41)],
        expected: bad('entry', 22, 'rewritten-since-anchor'),
      },
    },
    {
      ...{ ...given, title: 'a cosignature of a witness who is trusted', bundle: 'cosigned.tar' },
      ...{ witnesses: [witnessKey('witness')], expected: ok(31, 31, 21, 'cosigned') },
    },
    {
      ...{ ...given, title: 'a cosignature of a witness whom nobody named', bundle: 'cosigned.tar' },
      ...{ witnesses: [witnessKey('somebody-else')], expected: ok(31, 31, 0, 'cosigned') },
    },
    { ...given, title: 'the entries of a day', bundle: 'days.tar', expected: ok(231, 120, 0) },
    {
      ...{ ...given, title: 'a part, and an anchor that is among its checkpoints', bundle: 'days.tar' },
      ...{ anchors: [at(81)], expected: ok(231, 120, 81) },
    },
    {
      ...{ ...given, title: 'a part, and an anchor that is not among its checkpoints', bundle: 'days.tar' },
      ...{ anchors: [at(100)], expected: ok(231, 120, 0) },
    },
    {
      ...{ ...given, title: 'a part that is older than an anchor', bundle: 'days.tar' },
      ...{
        anchors: [checkpointAt(withMore(whole), 232)],
        expected: bad('entry', 232, 'shorter-than-anchor'),
      },
    },
    { ...given, title: 'the entries about a session', bundle: 'session.tar', expected: ok(231, 10, 0) },
    {
      ...{
        ...given,
        title: 'a session from before the record was put back',
        bundle: 'session-of-old-log.tar',
      },
      expected: ok(42, 10, 0, 'second device'),
    },
    { ...given, title: 'a part that has no entries', bundle: 'empty.tar', expected: ok(231, 0, 0) },
  ];
  return { bundles, cases };
};

const withMore = (record: MadeRecord): MadeRecord => {
  const more = { ...record, entries: [...record.entries] };
  add(more, [{ type: 'kiosk-stopped', ids: {}, data: {} }], 'system');
  return more;
};
