import type { Dimension } from '../../../core/rates/breakdown.ts';
import type { Reader } from '../../store/open.ts';
import { placeNames, unitNames } from '../../store/reports.ts';

/** The words for a key: a unit and a place by their names as they are now, in a unit. */
export interface Named {
  key: string;
  name: string;
  unit: string | null;
}

export const namesIn = (db: Reader) => {
  const units = new Map(unitNames.all(db, {}).map(({ id, name }) => [id, name]));
  const places = new Map(placeNames.all(db, {}).map(({ id, name, unit }) => [id, { name, unit }]));
  return {
    of: (by: Dimension | null, key: string): { name: string; unit: string | null } => {
      if (by === 'unit') return { name: units.get(key) ?? key, unit: null };
      return (by === 'place' ? places.get(key) : undefined) ?? { name: key, unit: null };
    },
  };
};

/** As people look for them: by unit, then by name. */
export const byName = (one: Named, other: Named): number => {
  const [left, right] = [one, other].map(({ unit, name, key }) => `${unit ?? ''}\u0000${name}\u0000${key}`);
  return (left ?? '') < (right ?? '') ? -1 : 1;
};
