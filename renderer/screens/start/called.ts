import { searchForm, wholeName } from '../../../core/names.ts';
import type { PersonCard } from '../../../core/view.ts';

/**
 * What each of these people is called among the others, by id: by their first name; where two have the same, an accent
 * more or less, by as much of their names as is shown here.
 */
export const calledAmong = (people: readonly PersonCard[]): ReadonlyMap<string, string> => {
  const namesakes = Map.groupBy(new Map(people.map((one) => [one.id, one])).values(), ({ first }) =>
    searchForm(first),
  );
  return new Map(
    [...namesakes.values()].flatMap((those) =>
      those.map((one) => [one.id, those.length > 1 ? wholeName(one) : one.first] as const),
    ),
  );
};
