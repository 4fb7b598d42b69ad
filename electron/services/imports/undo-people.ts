import { searchText } from '../../../core/names.ts';
import { quotedName } from '../../../core/roster/doubles.ts';
import type { UndonePart } from '../../../core/roster/import-view.ts';
import { type ImportChangeRow, importChanges } from '../../store/imports.ts';
import type { Reader } from '../../store/open.ts';
import {
  badgeHolder,
  changedByImport,
  type ManagedRow,
  managedPerson,
  withHistory,
} from '../../store/people-changes.ts';
import { identifierHolder } from '../../store/roster.ts';
import { leavesNobodyHere } from '../access/holders.ts';
import { ownColumns } from '../people/edit.ts';
import type { Part } from './part.ts';
import { type PersonThen, personThen, type WrittenColumn } from './remembered.ts';

/** What putting an import of people back would do. */
export interface UndoPlan {
  /** Person by person. */
  steps: Part[];
  putBack: number;
  /** What cannot be put back, and why. */
  kept: UndonePart[];
}

interface Undoing {
  /** The import. */
  of: string;
  /** Whoever puts it back, who does not take themselves away; null for a command. */
  you: string | null;
}

/** Finds out how everybody whom an import changed is put back, and who cannot be. Writes nothing. */
export const planUndo = (db: Reader, { of, you }: Undoing): UndoPlan => {
  const here = new Map(changedByImport.all(db, { import: of }).map((row) => [row.id, row]));
  const history = new Set(withHistory.all(db, { import: of }).map(({ id }) => id));
  const leaving = new Set<string>();
  /** Not whoever does this, and not the last one who can give access. */
  const mustStay = (id: string): boolean => {
    leaving.add(id);
    const must = id === you || leavesNobodyHere({ db }, leaving);
    leaving.delete(id);
    return must;
  };
  const plan: UndoPlan = { steps: [], putBack: 0, kept: [] };
  // In the order of the table: its pages are gone through once.
  const places = new Map([...here.keys()].map((id, index) => [id, index]));
  const placeOf = ({ item }: ImportChangeRow): number => places.get(item) ?? 0;
  const changes = importChanges.all(db, { import: of }).sort((one, other) => placeOf(one) - placeOf(other));
  for (const change of changes) {
    const { step, kept } = stepOf(db, change, here, { mustStay, hasHistory: (id) => history.has(id) });
    if (step !== null) plan.steps.push({ ...nothing, ...step });
    for (const { id, becomes } of step?.standings ?? []) if (becomes !== 'back') leaving.add(id);
    if (kept === null) plan.putBack += 1;
    else plan.kept.push(kept);
  }
  return plan;
};

const nothing: Part = { people: [], badges: [], numbers: [], standings: [], memory: [] };

interface Rules {
  mustStay: (id: string) => boolean;
  hasHistory: (id: string) => boolean;
}

/** What becomes of one person, and what of them stays; both where only a part goes back. */
const stepOf = (
  db: Reader,
  { item, before, after }: ImportChangeRow,
  here: ReadonlyMap<string, ManagedRow>,
  { mustStay, hasHistory }: Rules,
): { step: Partial<Part> | null; kept: UndonePart | null } => {
  const row = here.get(item);
  const kept = (why: UndonePart['why'], fields: string[] = []): UndonePart => ({
    ...{ name: row === undefined ? '' : quotedName(row), why, fields },
  });
  const stays = (why: UndonePart['why'], fields: string[] = []) => ({ step: null, kept: kept(why, fields) });
  if (row === undefined || row.merged_into !== null) return stays('gone');
  const { id } = row;
  const made = personThen.parse(JSON.parse(after ?? '{}'));
  const was = before === null ? null : personThen.parse(JSON.parse(before));
  if ((was === null || was.left) && !made.left && mustStay(id)) return stays('manages');
  if (was === null) {
    if (row.retired_at !== null || otherColumns(row, made).length > 0) return stays('changed-since');
    if (hasHistory(id) || ownColumns(row).size > 0) return stays('has-history');
    const badges = badgesBack(db, id, made).filter(({ person }) => person !== null);
    return { step: { badges, standings: [{ id, becomes: 'removed' }] }, kept: null };
  }
  if (made.left) {
    if (row.retired_at === null) return stays('changed-since');
    return { step: { standings: [{ id, becomes: 'back' }] }, kept: null };
  }
  const fields = otherColumns(row, made);
  const same = Object.keys(was.columns).filter((column) => !fields.includes(column));
  const value = <Column extends WrittenColumn>(column: Column): ManagedRow[Column] =>
    // What stands here was this column of the same row.
    same.includes(column) ? (was.columns[column] as ManagedRow[Column]) : row[column];
  const names = { given: value('given'), family: value('family'), preferred: value('preferred') };
  const isLeaveAsMade = row.on_leave === Number(made.onLeave);
  if (!isLeaveAsMade && made.onLeave !== was.onLeave) fields.push('on_leave');
  const person = {
    ...{ id, ...names, say_it: value('say_it'), pronouns: value('pronouns') },
    ...{ credentials: value('credentials'), title: value('title'), role: value('role') },
    ...{ languages: value('languages'), photo: value('photo'), photo_date: value('photo_date') },
    ...{ line: row.line, masked_photo: row.masked_photo, origin: row.origin },
    search: searchText([names.given, names.family, names.preferred]),
    by_hand: was.byHand ?? row.by_hand,
    on_leave: !isLeaveAsMade ? row.on_leave : was.onLeave ? (1 as const) : (0 as const),
    is_here: 0 as const,
  };
  const numbers = (made.numbers ?? []).map((number) => Buffer.from(number, 'hex'));
  return {
    step: {
      people: [person],
      badges: badgesBack(db, id, made),
      numbers: numbers
        .filter((hash) => identifierHolder.get(db, { hash })?.person === id)
        .map((hash) => ({ hash, person: null, system: '' })),
      standings: was.left ? [{ id, becomes: 'retired' }] : [],
    },
    kept: fields.length === 0 ? null : kept('changed-since', fields),
  };
};

/** The columns that are no more as the import left them. */
const otherColumns = (row: ManagedRow, { columns }: PersonThen): string[] => {
  const now = new Map<string, unknown>(Object.entries(row));
  return Object.entries(columns).flatMap(([column, value]) => (now.get(column) === value ? [] : [column]));
};

/** Badges that they got by it and still have are whose they were, or nobody's. */
const badgesBack = (db: Reader, id: string, { badges = [] }: PersonThen): Part['badges'] =>
  badges.flatMap(({ hash: text, from }) => {
    const hash = Buffer.from(text, 'hex');
    if (badgeHolder.get(db, { hash })?.person !== id) return [];
    return [
      { hash, person: from !== null && managedPerson.get(db, { id: from }) !== undefined ? from : null },
    ];
  });
