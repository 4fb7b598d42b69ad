import { change, query } from './sql.ts';

export const putSuggestion = change<{ id: string; at: string; place: string; text: string }>(
  `insert into suggestion (id, at, place_id, text)
   values (:id, :at, (select id from place where id = :place), :text)`,
);

/** What people said, the oldest first, with the place it was said at; null where the device had none. */
export const suggestionsLeft = query<{
  id: string;
  at: string;
  place: string | null;
  unit: string | null;
  text: string;
}>(
  `select suggestion.id, at, place.name as place, unit.name as unit, text from suggestion
   left join place on place.id = place_id left join unit on unit.id = place.unit_id
   order by suggestion.rowid`,
);
