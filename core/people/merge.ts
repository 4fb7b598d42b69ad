import { namePolicies } from '../names.ts';

/** What two rows of one person may each say of them. `languages` and `own` are JSON arrays, photos are hashes. */
export interface Mergeable {
  preferred: string | null;
  say_it: string | null;
  pronouns: string | null;
  credentials: string | null;
  title: string | null;
  languages: string;
  line: string | null;
  names: string | null;
  photo: string | null;
  photo_date: string | null;
  masked_photo: string | null;
  masked_photo_date: string | null;
  name_sound: string | null;
  own: string;
  origin: 'import' | 'visitor' | 'demo';
}

const texts = ['preferred', 'say_it', 'pronouns', 'credentials', 'title', 'line', 'name_sound'] as const;

/**
 * What who is kept says after a merge: what they said before, and where they said nothing, what their double said. A
 * photo comes over where there was none, or where both have a day and the double's is later. Of two wishes how much of
 * the name is shown, the narrower holds. Whoever of them is on the list, both are.
 */
export const mergedColumns = (kept: Mergeable, double: Mergeable): Mergeable => {
  const ownOfDouble = new Set(list(double.own));
  const own = new Set(list(kept.own));
  const result = { ...kept };
  for (const column of texts) {
    if (kept[column] !== null || double[column] === null) continue;
    result[column] = double[column];
    if (ownOfDouble.has(column)) own.add(column);
  }
  if (list(kept.languages).length === 0 && list(double.languages).length > 0) {
    result.languages = double.languages;
    if (ownOfDouble.has('languages')) own.add('languages');
  }
  for (const [photo, date] of [
    ['photo', 'photo_date'],
    ['masked_photo', 'masked_photo_date'],
  ] as const) {
    if (!isBetter(kept[photo], kept[date], double[photo], double[date])) continue;
    Object.assign(result, { [photo]: double[photo], [date]: double[date] });
    if (ownOfDouble.has(photo)) own.add(photo);
  }
  result.names = narrower(kept.names, double.names);
  if (result.names !== kept.names && ownOfDouble.has('names')) own.add('names');
  const origins = [kept.origin, double.origin];
  result.origin = origins.includes('import') ? 'import' : origins.includes('demo') ? 'demo' : 'visitor';
  return { ...result, own: JSON.stringify([...own].sort()) };
};

const list = (json: string): unknown[] => {
  const found: unknown = JSON.parse(json);
  return Array.isArray(found) ? found : [];
};

const isBetter = (
  kept: string | null,
  keptDay: string | null,
  double: string | null,
  doubleDay: string | null,
): boolean => {
  if (double === null) return false;
  return kept === null || (keptDay !== null && doubleDay !== null && doubleDay > keptDay);
};

/** From the most of a name to the least; null is none. */
const policies: readonly (string | null)[] = namePolicies;

const narrower = (one: string | null, other: string | null): string | null => {
  const at = (text: string | null): number => policies.indexOf(text);
  return at(other) > at(one) ? other : one;
};
