import { searchForm } from '../../../core/names.ts';
import { shownUntil } from '../../../core/people/photo-age.ts';
import { type ListFilter, listFilters, type PeoplePage, type Suspects } from '../../../core/people/view.ts';
import { managedPerson } from '../../store/people-changes.ts';
import { standings } from '../../store/people-list.ts';
import type { SignedIn } from '../access/session.ts';
import type { Device } from '../device.ts';
import { today } from '../people.ts';
import { readSettings } from '../settings.ts';
import { isCurrent } from './by-hand.ts';
import { mergeSide, photoDays, rosterCard } from './file.ts';
import { rosterIndex } from './roster-index.ts';

/** So many people are on one page of a list, and so many pairs. */
const pageSize = 50;
const pairsPerPage = 10;

type Standing = ReturnType<typeof standings.all>[number];

/** Whether somebody is in a list of this filter. */
const isOf: Record<ListFilter, (one: Standing, isTwice: boolean) => boolean> = {
  everybody: ({ standing }) => standing !== 'retired',
  here: ({ standing }) => standing === 'here',
  'on-leave': ({ standing }) => standing === 'on-leave',
  'no-photo': (one) => works(one) && one.photo === 'none',
  'photo-old': (one) => works(one) && one.photo === 'old',
  'photo-soon': (one) => works(one) && one.photo === 'soon',
  'no-badge': (one) => works(one) && one.badge === 0,
  doubles: ({ standing }, isTwice) => standing !== 'retired' && isTwice,
  visitors: ({ standing }) => standing === 'visitor',
  retired: ({ standing }) => standing === 'retired',
};
const works = ({ standing }: Standing): boolean => standing === 'here' || standing === 'on-leave';

interface Wanted {
  text: string;
  filter: ListFilter;
  from: number;
  /** The language that sorts names, BCP 47. */
  language: string;
}

/**
 * A page of people, by any beginnings of any of their names, in the order of a language. Whoever looks for somebody among
 * everybody finds them also where they have left.
 */
export const listPeople = async (
  device: Device,
  { text, filter, from, language }: Wanted,
): Promise<PeoplePage> => {
  const { place, twice } = await rosterIndex(device, language);
  const words = searchForm(text).split(' ').filter(Boolean).slice(0, 8);
  const all = (named: readonly string[]) =>
    standings.all(device.db, { words: JSON.stringify(named), today: today(device), ...photoDays(device) });
  const everybody = all([]);
  const found = words.length === 0 ? everybody : all(words);
  const counts = { ...noCounts };
  for (const one of everybody)
    for (const each of listFilters) if (isOf[each](one, twice.has(one.id))) counts[each] += 1;
  const isSought = words.length > 0 && filter === 'everybody';
  const wanted = found.filter((one) => isSought || isOf[filter](one, twice.has(one.id)));
  const at = ({ id }: Standing): number => place.get(id) ?? 0;
  wanted.sort((one, other) => at(one) - at(other));
  const { photoYears } = readSettings(device).settings;
  const people = wanted.slice(from, from + pageSize).flatMap((one) => {
    const row = managedPerson.get(device.db, { id: one.id });
    if (row === undefined) return [];
    return [
      {
        ...{ card: rosterCard(row), title: row.title, standing: one.standing, photoAge: one.photo },
        photoUntil:
          row.photo === null || row.photo_date === null ? null : shownUntil(row.photo_date, photoYears),
        ...{ hasBadge: one.badge === 1, maybeTwice: twice.has(one.id) },
      },
    ];
  });
  return { people, total: wanted.length, from, counts };
};

const noCounts: Record<ListFilter, number> = {
  ...{ everybody: 0, here: 0, 'on-leave': 0, 'no-photo': 0, 'photo-old': 0, 'photo-soon': 0, 'no-badge': 0 },
  ...{ doubles: 0, visitors: 0, retired: 0 },
};

/** A page of pairs who may be one person, the surest first. */
export const suspectsPage = async (
  device: Device,
  signedIn: SignedIn,
  { from, language }: { from: number; language: string },
): Promise<Suspects> => {
  const { suspects } = await rosterIndex(device, language);
  const pairs = suspects.slice(from, from + pairsPerPage).flatMap(({ one, other, why, sameRole }) => {
    const rows = [one, other].map((id) => managedPerson.get(device.db, { id }));
    const [first, second] = rows;
    if (!isCurrent(first) || !isCurrent(second)) return [];
    const side = (row: typeof first) => mergeSide(device, signedIn, row);
    return [{ one: side(first), other: side(second), why, sameRole }];
  });
  return { total: suspects.length, from, pairs };
};
