import * as z from 'zod';
import { cleanName, searchText } from '../../../core/names.ts';
import {
  type HandChange,
  type HandField,
  type HandProblem,
  type Leave,
  type LeaveProblem,
  leaveProblem,
  readChange,
} from '../../../core/people/edit.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import type { roleIds } from '../../../core/roles.ts';
import type { PersonCard } from '../../../core/view.ts';
import { wallTime } from '../../log/clock.ts';
import { recordedFor } from '../../log/commit.ts';
import type { Writer } from '../../store/open.ts';
import { putPerson } from '../../store/people.ts';
import { type ManagedRow, managedPerson } from '../../store/people-changes.ts';
import type { SignedIn } from '../access/session.ts';
import type { Device } from '../device.ts';
import { showing, today } from '../people.ts';
import { peopleAlike } from '../people-alike.ts';
import { readSettings } from '../settings.ts';
import { type ByHand, isCurrent, writeByHand } from './by-hand.ts';
import { keepChange } from './keep.ts';

const columnNames = z.array(z.string());

/** Whom a change is of, and which of their versions whoever made it had before them. */
export interface Of {
  /** The id of the tap. */
  id: string;
  person: string;
  version: number;
}

/** `changed-meanwhile`: somebody else, a list or they themselves changed something since. */
export type NotChanged = 'no-such-person' | 'changed-meanwhile';

/** The row as it was seen. A retry of a change that was kept is `kept`. */
export const seen = (
  device: Device,
  { id, person, version }: Of,
): Result<ManagedRow, NotChanged | 'kept'> => {
  if (recordedFor(device, id) !== undefined) return refuse('kept');
  const row = managedPerson.get(device.db, { id: person });
  if (!isCurrent(row)) return refuse('no-such-person');
  return row.version === version ? ok(row) : refuse('changed-meanwhile');
};

/** What people said themselves on their own card, as columns. */
export const ownColumns = (row: Pick<ManagedRow, 'own'>): ReadonlySet<string> =>
  new Set(columnNames.parse(JSON.parse(row.own)));

/** Changes what the roster says of somebody. What is there already is not recorded again. Throws as `record` does. */
export const changePerson = (
  device: Device,
  signedIn: SignedIn,
  of: Of,
  change: HandChange,
): Result<null, NotChanged | HandProblem> => {
  const found = seen(device, of);
  if (!found.ok) return found.problem === 'kept' ? ok(null) : refuse(found.problem);
  const { site, unit } = showing(device);
  const read = readChange(change, { own: ownColumns(found.value), rule: unit ?? site });
  if (!read.ok) return read;
  const { fields, columns } = read.value;
  const origin = columns.origin === undefined ? {} : { origin: listOrigin(device) };
  keepColumns(device, signedIn, { id: of.id, row: found.value, fields, columns: { ...columns, ...origin } });
  return ok(null);
};

/** Whoever is put on the list of a demo device is as invented as the others, and goes with them. */
const listOrigin = (device: Device): 'demo' | 'import' =>
  readSettings(device).settings.demo ? 'demo' : 'import';

interface KeptColumns {
  id: string;
  row: ManagedRow;
  fields: readonly HandField[];
  columns: ByHand;
  /** What is written before the person is: the photo that the columns name. */
  put?: (db: Writer) => void;
}

/** Keeps columns of somebody, and by what they can be put back; nothing where they hold that already. */
export const keepColumns = (
  device: Device,
  signedIn: SignedIn,
  { id, row, fields, columns, put }: KeptColumns,
): void => {
  const names = fields
    .flatMap((field) => columnsOf[field])
    .filter((name) => name in columns && columns[name] !== row[name]);
  if (names.length === 0) return;
  const of = (from: ByHand) => Object.fromEntries(names.map((name) => [name, from[name] ?? null]));
  const changed = fields.filter((field) => columnsOf[field].some((name) => names.includes(name)));
  keepChange(device, signedIn, {
    ...{ id, person: row.id },
    event: { type: 'person-changed', ids: { person: row.id }, data: { fields: [...changed] } },
    value: { kind: 'changed', fields: [...changed], before: of(row), after: of(columns) },
    photos: (['photo', 'masked_photo'] as const).flatMap((name) => {
      const hash = row[name];
      return hash !== null && names.includes(name) ? [hash] : [];
    }),
    put: (db) => {
      put?.(db);
      writeByHand(db, device, row, columns);
    },
  });
};

/** What of a row each field is. */
const columnsOf: Record<HandField, readonly (keyof ByHand)[]> = {
  ...{ given: ['given'], family: ['family'], preferred: ['preferred'], credentials: ['credentials'] },
  ...{ title: ['title'], role: ['role'], languages: ['languages'], names: ['names'] },
  'say-it': ['say_it'],
  photo: ['photo', 'photo_date'],
  'masked-photo': ['masked_photo', 'masked_photo_date'],
  leave: ['on_leave', 'leave_from', 'leave_until'],
  'on-list': ['origin'],
};

/** Says from when until when somebody is away, or that they are here (null). Throws as `record` does. */
export const setLeave = (
  device: Device,
  signedIn: SignedIn,
  of: Of,
  leave: Leave | null,
): Result<null, NotChanged | LeaveProblem> => {
  const found = seen(device, of);
  if (!found.ok) return found.problem === 'kept' ? ok(null) : refuse(found.problem);
  const problem = leave === null ? null : leaveProblem(leave, today(device));
  if (problem !== null) return refuse(problem);
  keepColumns(device, signedIn, {
    ...{ id: of.id, row: found.value, fields: ['leave'] },
    columns: { on_leave: 0, leave_from: leave?.from ?? null, leave_until: leave?.until ?? null },
  });
  return ok(null);
};

export interface Newcomer {
  /** The id of the tap, which becomes the person's. */
  id: string;
  given: string;
  family: string;
  role: (typeof roleIds)[number];
}

export type NewcomerProblem = {
  field: 'given' | 'family';
  problem: 'empty' | 'too-long' | 'forbidden-character';
};

/**
 * Puts somebody on the list by hand. Where others have a name like it they are given instead, unless one is `sure`.
 * Throws as `record` does.
 */
export const addPerson = (
  device: Device,
  signedIn: SignedIn,
  { id, role, ...names }: Newcomer,
  sure: boolean,
): Result<{ person: string } | { alike: PersonCard[] }, NewcomerProblem> => {
  if (recordedFor(device, id) !== undefined) return ok({ person: id });
  const given = cleanName(names.given);
  if ('problem' in given) return refuse({ field: 'given', problem: given.problem });
  const family = cleanName(names.family);
  if ('problem' in family && family.problem !== 'empty')
    return refuse({ field: 'family', problem: family.problem });
  const familyName = 'name' in family ? family.name : null;
  const whole = familyName === null ? given.name : `${given.name} ${familyName}`;
  const alike = sure ? [] : peopleAlike(device, whole, id);
  if (alike.length > 0) return ok({ alike });
  const nothing = { preferred: null, say_it: null, pronouns: null, credentials: null, title: null };
  const without = { line: null, photo: null, masked_photo: null, photo_date: null };
  keepChange(device, signedIn, {
    ...{ id, person: id, value: { kind: 'added' } },
    event: { type: 'person-listed', ids: { person: id }, data: {} },
    put: (db) =>
      putPerson(db, {
        ...{ id, given: given.name, family: familyName, role, languages: '[]' },
        ...{ ...nothing, origin: listOrigin(device) },
        ...without,
        ...{ search: searchText([given.name, familyName]), at: wallTime(device.clock.now()) },
      }),
  });
  return ok({ person: id });
};
