import type { Chance } from '../../../electron/services/simulate/chance.ts';
import type { Change } from './operation.ts';

/** One way in which a power cut can end: which of the changes that no sync covered had reached the disk. */
type Ending = (pending: readonly Change[], chance: Chance) => Change[];

type Write = Extract<Change, { change: 'write' }>;

/** A disk writes a sector whole or not at all; what is longer can be cut between two of them. */
const sector = 512;

const ofContent = (change: Change): boolean => 'file' in change;
const isWrite = (change: Change): change is Write => change.change === 'write';

const upTo = (end: number, chance: Chance): number => Math.floor(chance.fraction() * end);

/** Everything before some change, and nothing from it on; half of the time simply everything, as after a kill. */
const prefix: Ending = (pending, chance) =>
  chance.happens(0.5) ? [...pending] : pending.slice(0, upTo(pending.length, chance));

/** Some files lost all that was written to them since they were synced; half of the time every file did. */
const dropped: Ending = (pending, chance) => {
  const everyFile = chance.happens(0.5);
  const lost = new Map<number, boolean>();
  return pending.filter((change) => {
    if (!('file' in change)) return true;
    if (!lost.has(change.file)) lost.set(change.file, everyFile || chance.happens(0.5));
    return lost.get(change.file) === false;
  });
};

/**
 * A later change of content reached the disk and an earlier one did not. What two changes wrote to one place is there
 * as the later of those that arrived: the system has one copy of a page, and only ever writes out newer ones.
 */
const reordered: Ending = (pending, chance) => {
  const contents = pending.filter(ofContent);
  const missing = upTo(contents.length - 1, chance);
  const arrived = contents[missing + 1 + upTo(contents.length - missing - 1, chance)];
  const often = chance.oneOf([0.2, 0.5, 0.8, 0.95]);
  return pending.filter((change) => {
    if (!ofContent(change) || change === arrived) return true;
    return change !== contents[missing] && chance.happens(often);
  });
};

/** Some of the last writes were cut; of the changes before and between, all arrived, or most, or some. */
const torn: Ending = (pending, chance) => {
  const last = pending.filter(isWrite).slice(-12);
  const tear = chance.oneOf([0, 0.1, 0.4]);
  const often = chance.oneOf([1, 1, 0.9, 0.5]);
  const sure = last[chance.happens(0.5) ? last.length - 1 : upTo(last.length, chance)];
  return pending.flatMap((change) => {
    if (isWrite(change) && (change === sure || (last.includes(change) && chance.happens(tear))))
      return partsOf(change, chance);
    return !ofContent(change) || chance.happens(often) ? [change] : [];
  });
};

/** What arrived of a write: its first sectors, its last, one, or every other; and perhaps its length, as zeros. */
const partsOf = (write: Write, chance: Chance): Change[] => {
  const sectors = sectorsOf(write);
  const at = upTo(sectors.length, chance);
  const kept = chance.oneOf([
    sectors.slice(0, at),
    sectors.slice(at + 1),
    sectors.slice(at, at + 1),
    sectors.filter((_, index) => index % 2 === at % 2),
    [],
  ]);
  const { file } = write;
  const length: Change = { change: 'grow', file, size: write.at + write.bytes.length };
  return chance.happens(0.5) ? [length, ...kept] : kept;
};

const sectorsOf = ({ file, at, bytes }: Write): Write[] => {
  const sectors: Write[] = [];
  for (let from = 0; from < bytes.length; ) {
    const to = Math.min(bytes.length, from + sector - ((at + from) % sector));
    sectors.push({ change: 'write', file, at: at + from, bytes: bytes.subarray(from, to) });
    from = to;
  }
  return sectors;
};

/** Names that were made, changed or removed since their folder was synced are as before; contents in any way. */
const nameLost: Ending = (pending, chance) => {
  const names = pending.filter((change) => !ofContent(change));
  const sure = names[upTo(names.length, chance)];
  const often = chance.oneOf([0, 0.5, 1]);
  const contents = chance.oneOf([prefix, dropped, torn])(pending.filter(ofContent), chance);
  return pending
    .filter((change) => !ofContent(change) && change !== sure && !chance.happens(often))
    .concat(contents);
};

const some = (least: number, of: (change: Change) => boolean) => (pending: readonly Change[]) =>
  pending.filter(of).length >= least;

/** Every kind of ending, and after which pending changes there can be one. */
export const endings = {
  prefix: { ending: prefix, possible: () => true },
  dropped: { ending: dropped, possible: some(1, ofContent) },
  reordered: { ending: reordered, possible: some(2, ofContent) },
  torn: { ending: torn, possible: some(1, isWrite) },
  'name-lost': { ending: nameLost, possible: some(1, (change) => !ofContent(change)) },
} as const satisfies Record<string, { ending: Ending; possible: (pending: readonly Change[]) => boolean }>;
