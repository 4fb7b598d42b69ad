import * as z from 'zod';
import { searchText } from '../../../core/names.ts';
import type { CardField } from '../../../core/own-card.ts';
import { wallTime } from '../../log/clock.ts';
import { recordedFor } from '../../log/commit.ts';
import { record } from '../../log/record.ts';
import type { Writer } from '../../store/open.ts';
import { dropUnusedPhotos, type OwnColumns, putOwnColumns } from '../../store/own-card.ts';
import { type PersonRow, personById, photoBytes, putPhoto } from '../../store/people.ts';
import { dropUnusedSounds, putSound, soundBytes } from '../../store/sounds.ts';
import type { Device } from '../device.ts';
import { eraseDropped } from '../sessions.ts';
import type { Opening } from './opening.ts';
import type { Undoable } from './undo.ts';

const columnNames = z.array(z.string());

interface Kept {
  /** The id of the tap. */
  id: string;
  fields: readonly CardField[];
  /** What these columns hold from now on; the others stay. */
  columns: Partial<Omit<OwnColumns, 'own'>>;
  /** What is written before the person is: the photo or sound that the columns name. */
  put?: (db: Writer) => void;
}

/**
 * Keeps what somebody says anew on their own card, with its entry in the log, in one transaction; photos and sounds that
 * are nobody's any more are deleted with it. What the card says already is not recorded again, nor the same tap twice.
 * Throws as `record` does.
 */
export const keepOnCard = (device: Device, opening: Opening, { id, fields, columns, put }: Kept): void => {
  const before = ownOf(personRow(device, opening.person));
  const after = { ...before, ...columns };
  if (recordedFor(device, id) !== undefined || isSame(before, after)) return;
  const own = new Set([...columnNames.parse(JSON.parse(before.own)), ...Object.keys(columns)]);
  // Taken before they are deleted.
  const undoable = undoableOf(device, before, { id, fields });
  const marked = { ...after, own: JSON.stringify([...own].sort()) };
  write(device, opening, { id, fields, after: marked, ...(put === undefined ? {} : { put }) });
  opening.last = { ...undoable, after: marked };
};

const isSame = (one: OwnColumns, other: OwnColumns): boolean =>
  Object.entries(one).every(([column, value]) => other[column as keyof OwnColumns] === value);

const undoableOf = (
  device: Device,
  before: OwnColumns,
  { id, fields }: Pick<Kept, 'id' | 'fields'>,
): Omit<Undoable, 'after'> => {
  const photos = [before.photo, before.masked_photo].filter((hash) => hash !== null);
  const sounds = [before.name_sound].filter((hash) => hash !== null);
  const kept = (hashes: string[], from: typeof photoBytes) =>
    new Map(
      hashes.flatMap((hash) => {
        const found = from.get(device.db, { hash });
        return found === undefined ? [] : [[hash, found.bytes] as const];
      }),
    );
  return { id, fields, before, photos: kept(photos, photoBytes), sounds: kept(sounds, soundBytes) };
};

/** Takes the last change back, in the log as another change. False where it is not the last one any more. */
export const takeBack = (
  device: Device,
  opening: Opening,
  { id, of }: { id: string; of: string },
): boolean => {
  if (recordedFor(device, id) !== undefined) return true;
  const { last } = opening;
  if (last?.id !== of) return false;
  write(device, opening, {
    ...{ id, fields: last.fields, after: takenBack(ownOf(personRow(device, opening.person)), last) },
    put: (db) => {
      for (const [hash, bytes] of last.photos) putPhoto(db, { hash, bytes });
      for (const [hash, bytes] of last.sounds) putSound(db, { hash, bytes });
    },
  });
  opening.last = null;
  return true;
};

/** What the card said before the change, where it still says what the change made of it: what a list said since stays. */
const takenBack = (now: OwnColumns, { before, after }: Undoable): OwnColumns => {
  const back = <Column extends keyof OwnColumns>(column: Column): OwnColumns[Column] =>
    now[column] === after[column] ? before[column] : now[column];
  return {
    ...{ preferred: back('preferred'), say_it: back('say_it'), pronouns: back('pronouns') },
    ...{ line: back('line'), languages: back('languages'), names: back('names') },
    ...{ photo: back('photo'), photo_date: back('photo_date'), name_sound: back('name_sound') },
    ...{ masked_photo: back('masked_photo'), masked_photo_date: back('masked_photo_date') },
    own: back('own'),
  };
};

/** Says in the log what changed, with whatever else is written of it. */
export const recordChange = (
  device: Device,
  { person, actor }: Opening,
  { id, fields }: { id: string; fields: readonly CardField[] },
  alongside: (db: Writer) => void,
): void => {
  const event = { type: 'card-changed' as const, ids: { person }, data: { fields: [...fields] } };
  record(device, { id, actor, events: [event] }, alongside);
  device.live.changed();
};

const write = (
  device: Device,
  opening: Opening,
  { id, fields, after, put }: Pick<Kept, 'id' | 'fields' | 'put'> & { after: OwnColumns },
): void => {
  const row = personRow(device, opening.person);
  let gone = 0;
  recordChange(device, opening, { id, fields }, (db) => {
    put?.(db);
    putOwnColumns(db, {
      ...{ ...after, id: row.id, at: wallTime(device.clock.now()) },
      search: searchText([row.given, row.family, after.preferred]),
    });
    gone = dropUnusedPhotos(db, {}) + dropUnusedSounds(db, {});
  });
  if (gone > 0) eraseDropped(device);
};

const personRow = (device: Device, id: string): PersonRow => {
  const row = personById.get(device.db, { id });
  if (row === undefined) throw new Error('Nobody has this card');
  return row;
};

/** Of a person, what they fill in themselves. */
const ownOf = (row: PersonRow): OwnColumns => {
  const { preferred, say_it, pronouns, line, languages, names, name_sound, own } = row;
  const { photo, photo_date, masked_photo, masked_photo_date } = row;
  return {
    ...{ preferred, say_it, pronouns, line, languages, names, name_sound, own },
    ...{ photo, photo_date, masked_photo, masked_photo_date },
  };
};
