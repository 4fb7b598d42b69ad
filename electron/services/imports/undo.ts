import type { Actor } from '../../../core/log/entry.ts';
import { searchText } from '../../../core/names.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { quotedName } from '../../../core/roster/doubles.ts';
import type { NotPutBack, UndonePart } from '../../../core/roster/import-view.ts';
import { wallTime } from '../../log/clock.ts';
import { commit } from '../../log/commit.ts';
import { record } from '../../log/record.ts';
import {
  dropImportChanges,
  type ImportChangeRow,
  importById,
  importChanges,
  putUndone,
} from '../../store/imports.ts';
import type { Writer } from '../../store/open.ts';
import { dropUnusedPhotos } from '../../store/own-card.ts';
import { putBadge, putPerson } from '../../store/people.ts';
import {
  badgeHolder,
  bringBack,
  dropBadge,
  type ManagedRow,
  managedPerson,
  removeBadges,
  removeIdentifiers,
  removePerson,
} from '../../store/people-changes.ts';
import { dropIdentifier, identifierHolder, putByHand, putOnLeave, retirePerson } from '../../store/roster.ts';
import { leavesNobodyHere, withdrawFromLeft } from '../access/holders.ts';
import type { Device } from '../device.ts';
import { isRemovable } from '../people/standing.ts';
import { eraseDropped } from '../sessions.ts';
import { type PersonThen, personThen, undoFrom, type WrittenColumn } from './remembered.ts';
import { putSessionBack } from './undo-schedule.ts';

/** What putting an import back came to, or would. */
export interface Undone {
  putBack: number;
  /** What cannot be put back, and why. */
  kept: UndonePart[];
}

interface Undoing {
  /** The id of the tap. */
  id: string;
  /** The import. */
  of: string;
  actor: Actor;
}

/**
 * Puts back what an import changed, as another change that names it, in one transaction: of each person and session only
 * what is as the import left it. What was changed since, or has a history by now, stays and is listed. Refuses an import
 * that was put back already or is too old. Throws as `record` does.
 */
export const undoImport = (device: Device, { id, of, actor }: Undoing): Result<Undone, NotPutBack> => {
  const found = undoable(device, of);
  if (!found.ok) return found;
  const done: Undone = { putBack: 0, kept: [] };
  const at = wallTime(device.clock.now());
  let gone = false;
  commit(device, (db) => {
    done.putBack = 0;
    done.kept = [];
    const before = device.db;
    for (const row of importChanges.all(before, { import: of })) {
      const kept =
        found.value === 'people' ? putPersonBack(device, db, row, { at, actor }) : putSessionBack(db, row);
      if (kept === null) done.putBack += 1;
      else done.kept.push(kept);
    }
    const data = { of, putBack: done.putBack, kept: done.kept.length };
    record(device, { id, actor, events: [{ type: 'import-undone', ids: {}, data }] }, () => {
      putUndone(db, { id: of, at });
      dropImportChanges(db, { import: of });
      gone = dropUnusedPhotos(db, {}) > 0;
    });
    withdrawFromLeft(device, actor);
  });
  if (gone) eraseDropped(device);
  device.live.changed();
  return ok(done);
};

const undoable = (device: Device, of: string): Result<'people' | 'schedule', NotPutBack> => {
  const known = importById.get(device.db, { id: of });
  if (known === undefined) return refuse('not-known');
  if (known.undone_at !== null) return refuse('was-put-back');
  return known.changes === 0 || known.at < undoFrom(device) ? refuse('too-old') : ok(known.what);
};

const nameOf = (row: ManagedRow | undefined): string => (row === undefined ? '' : quotedName(row));

interface By {
  at: string;
  actor: Actor;
}

const putPersonBack = (
  device: Device,
  db: Writer,
  { item, before, after }: ImportChangeRow,
  { at, actor }: By,
): UndonePart | null => {
  const row = managedPerson.get(db, { id: item });
  const kept = (why: UndonePart['why'], fields: string[] = []): UndonePart => ({
    name: nameOf(row),
    why,
    fields,
  });
  if (row === undefined || row.merged_into !== null) return kept('gone');
  const made = personThen.parse(JSON.parse(after ?? '{}'));
  const was = before === null ? null : personThen.parse(JSON.parse(before));
  const isYou = actor.kind === 'signed-in' && actor.person === row.id;
  const leaves = (was === null || was.left) && !made.left;
  if (leaves && (isYou || leavesNobodyHere(device, new Set([row.id])))) return kept('manages');
  if (was === null) {
    if (row.retired_at !== null || otherColumns(row, made).length > 0) return kept('changed-since');
    if (!isRemovable(device, row)) return kept('has-history');
    giveBadgesBack(db, row.id, made);
    removeBadges(db, { person: row.id });
    removeIdentifiers(db, { person: row.id });
    removePerson(db, { id: row.id });
    return null;
  }
  if (made.left) {
    if (row.retired_at === null) return kept('changed-since');
    bringBack(db, { id: row.id, at });
    return null;
  }
  const fields = otherColumns(row, made);
  const same = Object.keys(was.columns).filter((column) => !fields.includes(column));
  const value = <Column extends WrittenColumn>(column: Column): ManagedRow[Column] =>
    // What stands here was this column of the same row.
    same.includes(column) ? (was.columns[column] as ManagedRow[Column]) : row[column];
  const names = { given: value('given'), family: value('family'), preferred: value('preferred') };
  putPerson(db, {
    ...{ id: row.id, ...names, say_it: value('say_it'), pronouns: value('pronouns') },
    ...{ credentials: value('credentials'), title: value('title'), role: value('role') },
    ...{ languages: value('languages'), photo: value('photo'), photo_date: value('photo_date') },
    ...{ line: row.line, masked_photo: row.masked_photo, origin: row.origin },
    search: searchText([names.given, names.family, names.preferred]),
    at,
  });
  if (was.byHand !== undefined) putByHand(db, { id: row.id, byHand: was.byHand });
  if (row.on_leave === Number(made.onLeave)) putOnLeave(db, { id: row.id, onLeave: Number(was.onLeave) });
  else if (made.onLeave !== was.onLeave) fields.push('on_leave');
  giveBadgesBack(db, row.id, made);
  for (const number of made.numbers ?? []) {
    const hash = Buffer.from(number, 'hex');
    if (identifierHolder.get(db, { hash })?.person === row.id) dropIdentifier(db, { hash });
  }
  if (was.left) retirePerson(db, { id: row.id, at });
  return fields.length === 0 ? null : kept('changed-since', fields);
};

/** The columns that are no more as the import left them. */
const otherColumns = (row: ManagedRow, { columns }: PersonThen): string[] => {
  const now = new Map<string, unknown>(Object.entries(row));
  return Object.entries(columns).flatMap(([column, value]) => (now.get(column) === value ? [] : [column]));
};

/** Badges that they got by it and still have are whose they were, or nobody's. */
const giveBadgesBack = (db: Writer, person: string, { badges = [] }: PersonThen): void => {
  for (const { hash: text, from } of badges) {
    const hash = Buffer.from(text, 'hex');
    if (badgeHolder.get(db, { hash })?.person !== person) continue;
    if (from !== null && managedPerson.get(db, { id: from }) !== undefined)
      putBadge(db, { hash, person: from });
    else dropBadge(db, { hash });
  }
};
