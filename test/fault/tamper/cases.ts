import type { Filter } from '../../../core/log/bundle/statement.ts';
import { bundlePieces, textMember } from '../../../core/log/bundle/write.ts';
import { fingerprint } from '../../../core/log/verifier-key.ts';
import { sha256 } from '../../../electron/log/signer.ts';
import type { Case } from '../../support/verifiers.ts';
import { bundleOf, type Members } from '../../vectors/make/bundle.ts';
import { sessionEvents } from '../../vectors/make/events.ts';
import { uuidOf } from '../../vectors/make/ids.ts';
import { add, checkpointAt, type MadeRecord, signerOfRecord } from '../../vectors/make/record.ts';
import { witnessKey } from '../../vectors/make/witness.ts';
import { Dice } from './chance.ts';
import { forgeBytes } from './forge-bytes.ts';
import { forgeEntries } from './forge-entries.ts';
import { forgeMembers, forgeOrder } from './forge-members.ts';
import { forgeCheckpoints, forgedNote } from './forge-notes.ts';
import { changedCharacter, oddLine } from './odd.ts';
import { anyRecord, copyOf } from './records.ts';

/** What is done to a bundle, by who can do it. */
const forgeries = [
  ['nothing', 2],
  ['entries', 6],
  ['checkpoints', 4],
  ['statement', 4],
  ['members', 6],
  ['order', 1],
  ['bytes', 3],
] as const;
type Forgery = (typeof forgeries)[number][0];

/** A case, and how it came about. */
export interface GeneratedCase extends Case {
  seed: string;
  forgery: Forgery;
}

/** Records that cases are made from: few enough that what they need is worked out once. */
const bases = new Map<string, MadeRecord>();
const baseOf = (name: string): MadeRecord => {
  const known = bases.get(name) ?? anyRecord(new Dice(`base ${name}`), name);
  bases.set(name, known);
  return known;
};

const how = 300;

/** The case of this seed: always the same. */
export const generatedCase = (seed: string): GeneratedCase => {
  const dice = new Dice(`case ${seed}`);
  const name = `record ${dice.whole(1, how)}`;
  const base = baseOf(name);
  const record = copyOf(base);
  const forgery = dice.weighted<Forgery>(forgeries);
  if (forgery === 'entries') forgeEntries(dice, record);
  if (forgery === 'checkpoints') forgeCheckpoints(dice, record);
  const filter = anyFilter(dice, name);
  const restate = (line: string) => (forgery === 'statement' ? noteText(restated(dice, line)) : line);
  const members = bundleOf(record, filter, restate);
  const given = { ...trustFor(dice, base), seed, forgery };
  return { ...given, bytes: bytesOf(dice, forgery, members, filter) };
};

/** Another filter than the one by which the entries were chosen, or anything else that is odd. */
const restated = (dice: Dice, line: string): string =>
  dice.happens(0.2)
    ? line.replace(/"id":"[^"]*"|"(from|to)":"2026[^"]*"/, (pair) => changedCharacter(dice, pair))
    : oddLine(dice, line);

/** What can stand in a line of a note. */
const noteText = (line: string): string =>
  Array.from(line.toWellFormed(), (character) => (character < ' ' ? ' ' : character)).join('');

const bytesOf = (dice: Dice, forgery: Forgery, members: Members, filter: Filter): Uint8Array => {
  if (forgery === 'members') {
    const other = bundleOf(baseOf(`record ${dice.whole(1, how)}`), filter);
    for (let times = dice.whole(1, 2); times > 0; times -= 1) forgeMembers(dice, members, other);
  }
  const all = forgery === 'order' ? forgeOrder(dice, members) : [...members];
  const tar = Buffer.concat([...bundlePieces(all.map(([name, text]) => textMember(name, text)))]);
  return forgery === 'bytes' ? forgeBytes(dice, tar) : tar;
};

const anyFilter = (dice: Dice, name: string): Filter =>
  dice.any<() => Filter>([
    () => ({ kind: 'all' }),
    () => ({ kind: 'all' }),
    () => ({ kind: 'session', id: uuidOf(`session ${name} ${dice.whole(1, 5)}`) }),
    () => ({
      kind: 'days',
      from: dice.any(['2026-03-01', '2026-03-02']),
      to: dice.any(['2026-03-02', '2026-03-04']),
    }),
    () => ({ kind: 'days', from: '2031-01-01', to: '2031-12-31' }),
  ])();

/** What the one who checks has: sometimes nothing, sometimes what proves a forgery, sometimes what is wrong itself. */
const trustFor = (dice: Dice, base: MadeRecord): Pick<Case, 'key' | 'anchors' | 'witnesses'> => ({
  key: dice.any(
    [null, null, fingerprint(sha256, signerOfRecord(base).publicKey), 'ab'.repeat(32)].slice(
      0,
      dice.happens(0.1) ? 4 : 3,
    ),
  ),
  anchors: Array.from({ length: dice.any([0, 0, 1, 2, 3]) }, () => anyAnchor(dice, base)),
  witnesses: dice.any([[], [witnessKey('witness')], [witnessKey('witness'), witnessKey('another-witness')]]),
});

const anyAnchor = (dice: Dice, base: MadeRecord): string => {
  const checkpoint = dice.any(base.checkpoints);
  const longer = copyOf(base);
  if (dice.happens(0.2)) add(longer, sessionEvents('later').slice(0, 2));
  return dice.any([
    () => checkpoint.note,
    () => checkpoint.note,
    () => checkpointAt(longer, dice.whole(1, longer.entries.length)),
    () => checkpointAt(longer, dice.whole(1, longer.entries.length)),
    () => checkpointAt(longer, longer.entries.length),
    () => (dice.happens(0.3) ? forgedNote(dice, base, checkpoint.note) : checkpoint.note),
  ])();
};
