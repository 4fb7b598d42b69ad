import type { ExportChoices, PastExport } from '../../../core/exports/view.ts';
import { type Actor, decodeEntry, type Entry } from '../../../core/log/entry.ts';
import { wallTime } from '../../log/clock.ts';
import { exportsBelow, firstDay, placesByName, unitsByName } from '../../store/past-exports.ts';
import type { Device } from '../device.ts';

/** How many are told at once. */
const page = 20;

/**
 * What left the device in files, as the log tells it, the newest first, from below a number; `next` is from where there is
 * more, null where there is none. It tells nothing of a session, and is not itself told as a reading of the log.
 */
export const pastExports = (
  { db }: Device,
  below = Number.MAX_SAFE_INTEGER,
): { exports: PastExport[]; next: number | null } => {
  const rows = exportsBelow.all(db, { below, most: page + 1 });
  const told = rows.slice(0, page).flatMap(({ bytes }) => asTold(decodeEntry(bytes)) ?? []);
  return { exports: told, next: rows.length > page ? (rows[page - 1]?.seq ?? null) : null };
};

const asTold = (entry: Entry): PastExport | null => {
  const common = { seq: entry.seq, at: entry.at, by: byOf(entry.actor) };
  if (entry.type === 'report-made') {
    const { format, from, to, rows, digest } = entry.data;
    const what = { kind: 'report', format } as const;
    return { ...common, what, days: { from, to }, session: null, narrowed: false, rows, digest };
  }
  if (entry.type !== 'exported') return null;
  const { format, from, to, rows, digest, kind, table = null } = entry.data;
  const { session = null, unit, place } = entry.ids;
  // What older versions wrote, without a table, is of introductions.
  const of = format === 'csv' || format === 'ndjson' ? (table ?? 'introductions') : null;
  return {
    ...{ ...common, what: { kind: 'export', format, table: of }, session, rows, digest },
    days: from === null || to === null ? null : { from, to },
    narrowed: unit !== undefined || place !== undefined || kind !== undefined,
  };
};

const byOf = (actor: Actor): PastExport['by'] => {
  if (actor.kind === 'signed-in') return { kind: 'signed-in', role: actor.role };
  return { kind: 'command-line', user: actor.kind === 'command-line' ? (actor.user ?? null) : null };
};

/** What somebody who exports can choose from. */
export const exportChoices = ({ db, clock }: Device): ExportChoices => ({
  units: unitsByName.all(db, {}),
  places: placesByName.all(db, {}),
  today: wallTime(clock.now()).slice(0, 10),
  first: firstDay.get(db, {})?.day ?? null,
});
