import { change, query } from './sql.ts';

/** Settings as they are stored: a name and its JSON. */
export const storedSettings = query<{ name: string; value: string }>('select name, value from setting');

export const putSetting = change<{ name: string; value: string }>(
  `insert into setting (name, value) values (:name, :value)
   on conflict (name) do update set value = excluded.value`,
);

export interface PlaceRow {
  id: string;
  name: string;
  unit_id: string;
  unit_name: string;
  /** The unit’s own name policy, if it has one. */
  unit_names: string | null;
}

/** A place and the unit it belongs to. */
export const placeById = query<PlaceRow, { id: string }>(
  `select place.id, place.name, unit.id as unit_id, unit.name as unit_name, unit.names as unit_names
   from place join unit on unit.id = place.unit_id where place.id = :id`,
);

/** A place by its own name and its unit's, as people say them. */
export const placeByName = query<PlaceRow, { name: string; unit: string }>(
  `select place.id, place.name, unit.id as unit_id, unit.name as unit_name, unit.names as unit_names
   from place join unit on unit.id = place.unit_id where place.name = :name and unit.name = :unit`,
);

export const unitByName = query<{ id: string }, { name: string }>('select id from unit where name = :name');

export const putUnit = change<{ id: string; name: string }>(
  'insert into unit (id, name) values (:id, :name)',
);

export const putPlace = change<{ id: string; name: string; unit: string }>(
  'insert into place (id, name, unit_id) values (:id, :name, :unit)',
);

/** How much of a name the unit shows; null for as much as the site. */
export const putUnitNames = change<{ unit: string; names: string | null }>(
  'update unit set names = :names where id = :unit',
);
