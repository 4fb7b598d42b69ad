import { createHmac } from 'node:crypto';
import * as z from 'zod';
import {
  cleanName,
  genderOf,
  type NamePolicy,
  type NameProblem,
  namePolicies,
  namePolicyFor,
  searchForm,
  searchText,
  shownName,
} from '../../core/names.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { isRoleId, type RoleId } from '../../core/roles.ts';
import type { PersonCard } from '../../core/view.ts';
import { wallTime } from '../log/clock.ts';
import { recordedFor } from '../log/commit.ts';
import { record } from '../log/record.ts';
import {
  findPeople,
  type PersonRow,
  peopleHereFirst,
  personByBadge,
  personById,
  photoBytes,
  putPerson,
} from '../store/people.ts';
import type { Device } from './device.ts';
import { here, readSettings } from './settings.ts';

const languages = z.array(z.string());

/** What decides how much of somebody is shown here. */
export interface Showing {
  site: NamePolicy;
  unit: NamePolicy | null;
  /** Photos taken before this day are not shown: YYYY-MM-DD. */
  photosFrom: string;
}

/** A person as patients and colleagues see them, with as much of the name as the policies show. */
export const personCard = (row: PersonRow, { site, unit, photosFrom }: Showing): PersonCard => ({
  id: row.id,
  ...shownName(row, namePolicyFor({ site, unit, person: policyOf(row.names) })),
  sayIt: row.say_it,
  pronouns: row.pronouns,
  gender: genderOf(row.pronouns),
  credentials: row.credentials,
  role: isRoleId(row.role) ? row.role : 'care-team-member',
  languages: languages.parse(JSON.parse(row.languages)),
  line: row.line,
  ...photosOf(row, photosFrom),
  nameSound: row.name_sound === null ? null : `/sounds/${row.name_sound}.wav`,
  visitor: row.origin === 'visitor',
});

export const policyOf = (text: string | null): NamePolicy | null =>
  namePolicies.find((policy) => policy === text) ?? null;

/** Their photos, without those that are so old that they do not show any more what somebody looks like. */
const photosOf = (row: PersonRow, from: string) => {
  const shown = (hash: string | null, date: string | null) =>
    hash === null || isTooOld(date, from) ? null : photoPath(hash);
  return {
    photo: shown(row.photo, row.photo_date),
    maskedPhoto: shown(row.masked_photo, row.masked_photo_date),
  };
};

export const photoPath = (hash: string): string => `/photos/${hash}.webp`;

/** Whether a photo of this day is from before the first day from which they are shown; not where nobody knows. */
export const isTooOld = (date: string | null, from: string): boolean => date !== null && date < from;

/** How much of people is shown on this device, now. */
export const showing = (device: Device): Showing => {
  const { names, photoYears } = readSettings(device).settings;
  const day = today(device);
  const year = String(Number(day.slice(0, 4)) - photoYears).padStart(4, '0');
  return { site: names, unit: policyOf(here(device).unit_names), photosFrom: `${year}${day.slice(4)}` };
};

/** The day at the place, YYYY-MM-DD. */
export const today = (device: Pick<Device, 'clock'>): string => wallTime(device.clock.now()).slice(0, 10);

const cards = (device: Device, rows: PersonRow[]): PersonCard[] => {
  const how = showing(device);
  return rows.map((row) => personCard(row, how));
};

/** The cards of these people, in this order, without those who are unknown. */
export const cardsOf = (device: Device, ids: string[]): PersonCard[] =>
  cards(
    device,
    ids.flatMap((id) => personById.get(device.db, { id }) ?? []),
  );

/** People by any beginnings of any of their names; without words, those who were recently here come first. */
export const searchPeople = (device: Device, text: string): PersonCard[] => {
  const words = searchForm(text).split(' ').filter(Boolean).slice(0, 8);
  return cards(
    device,
    words.length === 0
      ? peopleHereFirst.all(device.db, { place: here(device).id, today: today(device) })
      : findPeople(device.db, words),
  );
};

/** What is kept of a badge: HMAC-SHA-256 of its id under the key of this device. Spaces around it do not count. */
export const badgeHash = (device: Pick<Device, 'badgeKey'>, code: string): Uint8Array =>
  createHmac('sha256', device.badgeKey).update(code.trim()).digest();

/**
 * What is kept of a number that a list knows somebody by: HMAC-SHA-256 of it and of whose it is, under the same key and
 * apart from badges.
 */
export const identifierHash = (
  device: Pick<Device, 'badgeKey'>,
  { system, value }: { system: string; value: string },
): Uint8Array =>
  createHmac('sha256', device.badgeKey)
    .update(`\0identifier\0${JSON.stringify([system, value.trim()])}`)
    .digest();

/** Whose badge this is; null if nobody's. It identifies, it does not prove. */
export const holderOf = (device: Device, code: string): PersonCard | null => {
  const row = personByBadge.get(device.db, { hash: badgeHash(device, code) });
  return row === undefined ? null : (cards(device, [row])[0] ?? null);
};

/**
 * Adds somebody who is on no list, as they were typed in. `id` is that of the tap and becomes the person's:
 * asking twice adds once.
 */
export const addVisitor = (
  device: Device,
  { id, name, role }: { id: string; name: string; role: RoleId },
): Result<PersonCard, NameProblem> => {
  const clean = cleanName(name);
  if ('problem' in clean) return refuse(clean.problem);
  if (recordedFor(device, id) === undefined) {
    const nothing = { family: null, preferred: null, say_it: null, pronouns: null, credentials: null };
    const without = { title: null, line: null, photo: null, masked_photo: null, photo_date: null };
    const event = { type: 'person-added' as const, ids: { person: id }, data: {} };
    record(device, { id, actor: { kind: 'bedside' }, events: [event] }, (db) => {
      putPerson(db, {
        ...{ id, given: clean.name, role, languages: '[]', origin: 'visitor' },
        ...nothing,
        ...without,
        search: searchText([clean.name]),
        at: wallTime(device.clock.now()),
      });
    });
  }
  const [card] = cardsOf(device, [id]);
  if (card === undefined) throw new Error('The id of this visitor stands for something else');
  return ok(card);
};

/** The bytes of a photo by its hash; null if there is none. */
export const photo = (device: Device, hash: string): Uint8Array<ArrayBuffer> | null =>
  photoBytes.get(device.db, { hash })?.bytes ?? null;
