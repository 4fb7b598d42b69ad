import { sessionEvents } from '../../vectors/make/events.ts';
import { uuidOf } from '../../vectors/make/ids.ts';
import { add, type MadeRecord } from '../../vectors/make/record.ts';
import type { Dice } from './chance.ts';
import { oddLine } from './odd.ts';
import { signAnew } from './records.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A line feed in it would make two entries of one. */
const oneLine = (text: string): string => text.replaceAll('\n', ' ').toWellFormed();

/** What somebody with the device and its key can do to its entries; all that follows from them is made anew. */
export const forgeEntries = (dice: Dice, record: MadeRecord): void => {
  const { entries } = record;
  const at = dice.whole(0, entries.length - 1);
  const chosen = entries[at] ?? new Uint8Array();
  const forge = dice.any([
    () => entries.splice(at, 1, bytesOf(oneLine(oddLine(dice, textOf(chosen))))),
    () => entries.splice(at, 1, bytesOf(oneLine(oddLine(dice, textOf(chosen))))),
    () => entries.splice(at, 1, bytesOf(oneLine(oddLine(dice, textOf(chosen))))),
    () => entries.splice(at, 1, bytesOf(renumbered(dice, textOf(chosen)))),
    () => entries.splice(at, 1, bytesOf(moved(dice, record, textOf(chosen)))),
    () => entries.splice(at, 1, bytesOf(nested(dice, textOf(chosen)))),
    () => entries.splice(at, 1),
    () => entries.splice(at, 0, chosen),
    () => entries.splice(dice.whole(0, entries.length - 1), 0, ...entries.splice(at, 1)),
    () => entries.splice(at),
    () => add(record, sessionEvents(`put in ${at}`).slice(0, 1)),
    () => moveEnd(dice, record),
  ]);
  forge();
  if (entries.length === 0) entries.push(chosen);
  signAnew(record);
};

/** Another number somewhere in it. */
const renumbered = (dice: Dice, text: string): string =>
  text.replace(
    dice.any([/(?<="seq":)\d+/, /(?<="size":)\d+/, /(?<="through":)\d+/, /(?<="part":)\d+/, /(?<="v":)\d+/]),
    (digits) => String(Number(digits) + dice.whole(-2, 2)),
  );

/** As deep as an entry may go, and deeper; the entry itself and its data are two. */
const nested = (dice: Dice, text: string): string => {
  const levels = dice.any([1, 97, 98, 99, 100, 5000, 100_000]);
  return text.replace(
    /"data":\{.*?\},"event"/,
    `"data":{"x":${'['.repeat(levels)}${']'.repeat(levels)}},"event"`,
  );
};

/** As if it had been recorded in another log. */
const moved = (dice: Dice, { logs }: MadeRecord, text: string): string => {
  const other = dice.any([uuidOf('no log'), ...logs.map(({ id }) => id)]);
  return text.replace(dice.any([/(?<="log":")[^"]+/, /(?<="from":")[^"]+/, /(?<="root":")[^"]{36}/]), other);
};

/** As if more, or less, had been purged. */
const moveEnd = (dice: Dice, record: MadeRecord): void => {
  record.purged = Math.max(0, Math.min(record.entries.length, record.purged + dice.whole(-3, 3)));
};
