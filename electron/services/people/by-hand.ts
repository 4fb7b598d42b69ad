import * as z from 'zod';
import { searchText } from '../../../core/names.ts';
import { wallTime } from '../../log/clock.ts';
import type { Writer } from '../../store/open.ts';
import { type HandColumns, type ManagedRow, putHandColumns } from '../../store/people-changes.ts';
import type { Device } from '../device.ts';

const said = z.record(z.string(), z.union([z.string(), z.null()]));

/** What a list says of somebody: what is corrected of it here is not undone by the same list. */
const listed = [
  ...(['given', 'family', 'preferred', 'say_it', 'credentials', 'title', 'role', 'languages'] as const),
  'photo',
] as const satisfies readonly (keyof HandColumns)[];

/** What was corrected by hand, with what the list had said of it, once these columns hold something else. */
const correctedBy = (row: ManagedRow, columns: ByHand): string => {
  const corrected = said.parse(JSON.parse(row.by_hand));
  for (const column of listed) {
    const value = columns[column];
    if (value === undefined || value === row[column]) continue;
    if (!Object.hasOwn(corrected, column)) corrected[column] = row[column];
    else if (corrected[column] === value) delete corrected[column];
  }
  return JSON.stringify(corrected);
};

/** What is written by hand; what it leaves out stays. */
export type ByHand = Partial<Omit<HandColumns, 'own' | 'by_hand'>>;

/** Writes these columns of somebody by hand; the others stay. */
export const writeByHand = (db: Writer, device: Device, row: ManagedRow, columns: ByHand): void => {
  const after = { ...row, ...columns };
  putHandColumns(db, {
    ...{ given: after.given, family: after.family, preferred: after.preferred, say_it: after.say_it },
    ...{ credentials: after.credentials, title: after.title, role: after.role, names: after.names },
    ...{ languages: after.languages, photo: after.photo, photo_date: after.photo_date },
    ...{ masked_photo: after.masked_photo, masked_photo_date: after.masked_photo_date },
    ...{ on_leave: after.on_leave, leave_from: after.leave_from, leave_until: after.leave_until },
    ...{ id: row.id, own: row.own, origin: after.origin, by_hand: correctedBy(row, columns) },
    search: searchText([after.given, after.family, after.preferred]),
    at: wallTime(device.clock.now()),
  });
};

/** Somebody who is not of the past under another id; null for nobody. */
export const isCurrent = (row: ManagedRow | undefined): row is ManagedRow =>
  row !== undefined && row.merged_into === null;
