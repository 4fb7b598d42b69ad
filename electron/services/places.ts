import type { Writer } from '../store/open.ts';
import { type PlaceRow, placeByName, putPlace, putUnit, unitByName } from '../store/settings.ts';

/** The place with this name in the unit with that name; both are made where they are not known yet. */
export const placeNamed = (
  db: Writer,
  { name, unit }: { name: string; unit: string },
  newId: () => string,
): PlaceRow => {
  const known = placeByName.get(db, { name, unit });
  if (known !== undefined) return known;
  const [id, unit_id] = [newId(), unitByName.get(db, { name: unit })?.id ?? newId()];
  if (unitByName.get(db, { name: unit }) === undefined) putUnit(db, { id: unit_id, name: unit });
  putPlace(db, { id, name, unit: unit_id });
  return { id, name, unit_id, unit_name: unit, unit_names: null };
};
