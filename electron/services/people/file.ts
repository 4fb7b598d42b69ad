import * as z from 'zod';
import { isGrantedRole } from '../../../core/access/permissions.ts';
import { theirFields, theirs } from '../../../core/people/edit.ts';
import { daysAfter, photoAge, shownUntil, soonDays } from '../../../core/people/photo-age.ts';
import { leaveOf, standingOn } from '../../../core/people/standing.ts';
import type { ManagedPhoto, MergedPerson, MergeSide, PersonFile } from '../../../core/people/view.ts';
import { isRoleId } from '../../../core/roles.ts';
import type { PersonCard } from '../../../core/view.ts';
import { accessOf } from '../../store/access.ts';
import {
  badgesOf,
  historyOf,
  identifiersOf,
  inOpenSession,
  type ManagedRow,
  managedPerson,
  mergesOf,
} from '../../store/people-changes.ts';
import { idsOfPerson } from '../../store/people-merged.ts';
import type { SignedIn } from '../access/session.ts';
import type { Device } from '../device.ts';
import { personCard, photoPath, policyOf, showing, today } from '../people.ts';
import { readSettings } from '../settings.ts';
import { isCurrent } from './by-hand.ts';
import { ownColumns } from './edit.ts';
import { rosterIndex } from './roster-index.ts';
import { isRemovable } from './standing.ts';

const tags = z.array(z.string());

/** From which day photos are shown, and from which they are for two months more. */
export const photoDays = (device: Device): { from: string; soon: string } => {
  const { photosFrom } = showing(device);
  return { from: photosFrom, soon: daysAfter(photosFrom, soonDays) };
};

/** Somebody under the whole name that the roster has, with their photo however old it is. */
export const rosterCard = (row: ManagedRow): PersonCard =>
  personCard({ ...row, names: null, preferred: null }, { site: 'full', unit: null, photosFrom: '' });

/** All that those who manage the roster see of somebody; null for nobody, and for who is kept as somebody else. */
export const personFile = async (
  device: Device,
  signedIn: SignedIn,
  { id, language }: { id: string; language: string },
): Promise<PersonFile | null> => {
  const { suspects } = await rosterIndex(device, language, { asItWas: true });
  const row = managedPerson.get(device.db, { id });
  if (!isCurrent(row)) return null;
  const how = showing(device);
  const day = today(device);
  const { photoYears } = readSettings(device).settings;
  const own = ownColumns(row);
  const history = historyOf.get(device.db, { id });
  return {
    ...{ id, version: row.version, card: personCard(row, how) },
    names: { given: row.given, family: row.family, preferred: row.preferred },
    ...{ title: row.title, sayIt: row.say_it, credentials: row.credentials },
    role: isRoleId(row.role) ? row.role : 'care-team-member',
    languages: tags.parse(JSON.parse(row.languages)),
    ...{ policy: policyOf(row.names), rule: how.unit ?? how.site },
    theirs: theirFields.filter((field) => own.has(theirs[field])),
    photo: managedPhoto(device, row.photo, row.photo_date, photoYears),
    maskedPhoto: managedPhoto(device, row.masked_photo, row.masked_photo_date, photoYears),
    photoYears,
    badges: badgesOf.all(device.db, { person: id }).length,
    ...{ standing: standingOn(row, day), leave: leaveOf(row, day), leaveByList: row.on_leave === 1 },
    sessions: sessionsOf(history),
    access: accessHere(device, id),
    ...{ isYou: id === signedIn.person, demo: row.origin === 'demo' },
    removable: isRemovable(device, row),
    inSession: inOpenSession.get(device.db, { id }) !== undefined,
    merged: mergedInto(device, id),
    suspects: suspects
      .filter(({ one, other }) => one === id || other === id)
      .flatMap(({ one, other, why, sameRole }) => {
        const found = managedPerson.get(device.db, { id: one === id ? other : one });
        return isCurrent(found) ? [{ card: rosterCard(found), why, sameRole }] : [];
      }),
    today: day,
  };
};

const managedPhoto = (
  device: Device,
  photo: string | null,
  date: string | null,
  years: number,
): ManagedPhoto | null =>
  photo === null
    ? null
    : {
        ...{ path: photoPath(photo), date, age: photoAge({ photo, date }, photoDays(device)) },
        until: date === null ? null : shownUntil(date, years),
      };

const sessionsOf = (history: ReturnType<typeof historyOf.get>) => ({
  count: history?.sessions ?? 0,
  first: history?.first?.slice(0, 10) ?? null,
  last: history?.last?.slice(0, 10) ?? null,
});

const accessHere = (device: Device, person: string) => {
  const role = accessOf.get(device.db, { person })?.role ?? '';
  return isGrantedRole(role) ? role : null;
};

const mergedInto = (device: Device, id: string): MergedPerson[] => {
  const changes = new Map(mergesOf.all(device.db, { person: id }).map((one) => [one.double, one.id]));
  return idsOfPerson.all(device.db, { id }).flatMap((double): MergedPerson[] => {
    const row = double.id === id ? undefined : managedPerson.get(device.db, { id: double.id });
    if (row === undefined) return [];
    const name = { first: row.given, rest: row.family ?? '' };
    const sessions = historyOf.get(device.db, { id: row.id })?.sessions ?? 0;
    return [{ id: row.id, name, sessions, change: changes.get(row.id) ?? null }];
  });
};

/** One of two people who may be one. */
export const mergeSide = (device: Device, signedIn: SignedIn, row: ManagedRow): MergeSide => ({
  ...{ card: rosterCard(row), version: row.version, title: row.title },
  standing: standingOn(row, today(device)),
  photoAge: photoAge({ photo: row.photo, date: row.photo_date }, photoDays(device)),
  photoDate: row.photo === null ? null : row.photo_date,
  badges: badgesOf.all(device.db, { person: row.id }).length,
  numbered: identifiersOf.all(device.db, { person: row.id }).length > 0,
  sessions: sessionsOf(historyOf.get(device.db, { id: row.id })),
  ...{ access: accessHere(device, row.id), isYou: row.id === signedIn.person },
  added: row.added_at.slice(0, 10),
});
