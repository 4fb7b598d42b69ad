import type { PersonRow } from './people.ts';
import { change } from './sql.ts';

/** The columns of a person that they fill in on their own card. `own` says which of them they did. */
export type OwnColumns = Pick<
  PersonRow,
  | 'preferred'
  | 'say_it'
  | 'pronouns'
  | 'line'
  | 'languages'
  | 'names'
  | 'photo'
  | 'photo_date'
  | 'masked_photo'
  | 'masked_photo_date'
  | 'name_sound'
  | 'own'
>;

export const putOwnColumns = change<OwnColumns & { id: string; search: string; at: string }>(
  `update person set preferred = :preferred, say_it = :say_it, pronouns = :pronouns, line = :line,
     languages = :languages, names = :names, photo = :photo, photo_date = :photo_date,
     masked_photo = :masked_photo, masked_photo_date = :masked_photo_date, name_sound = :name_sound,
     own = :own, search = :search, changed_at = :at
   where id = :id`,
);

/** Deletes every photo that is nobody's any more and that no change by hand and no import could need back. Pages are overwritten as they are freed (secure_delete). */
export const dropUnusedPhotos = change(
  `delete from photo where hash not in (
     select photo from person where photo is not null
     union select masked_photo from person where masked_photo is not null
     union select needed.value from person_change, json_each(person_change.photos) as needed
     union select photo from import_change where photo is not null
   )`,
);
