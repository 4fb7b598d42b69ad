import { change, query } from './sql.ts';

const of = query<{ stay: Uint8Array }, { session: string }>(
  'select stay from open_stay where session_id = :session',
);

/** The stay that an open session belongs to, as the keyed hash of its number. */
export const stayOf = of;

/** Whom the patient met in a stay, by person id; who met them as their double has met them. */
export const metInStay = query<{ person: string }, { stay: Uint8Array }>(
  `select person_id as person from stay_met where stay = :stay
   union select merged_into from stay_met join person on person.id = person_id
   where stay = :stay and merged_into is not null`,
);

/** Of when it was, only the day is kept: the moment would say which session it was. */
export const putStay = change<{ stay: Uint8Array; at: string }>(
  `insert into stay (hash, last_at) values (:stay, substr(:at, 1, 10))
   on conflict (hash) do update set last_at = excluded.last_at`,
);

export const putOpenStay = change<{ session: string; stay: Uint8Array }>(
  `insert into open_stay (session_id, stay) values (:session, :stay)
   on conflict (session_id) do update set stay = excluded.stay`,
);

export const putMet = change<{ stay: Uint8Array; person: string }>(
  'insert into stay_met (stay, person_id) values (:stay, :person) on conflict do nothing',
);

/** Which session belonged to which stay is known only while it is open. */
export const dropOpenStay = change('delete from open_stay');

/** A number that was typed wrongly, or was another patient's, leaves nothing behind. */
export const dropEmptyStays = change(
  `delete from stay
   where hash not in (select stay from stay_met) and hash not in (select stay from open_stay)`,
);

/** Whether there is a stay whose last session was on a day before that of this moment, and which is not open. */
export const oldStays = query<{ one: number }, { before: string }>(
  `select 1 as one from stay
   where last_at < substr(:before, 1, 10) and hash not in (select stay from open_stay) limit 1`,
);

/** Forgets stays whose last session was on a day before that of this moment, and whom the patient met in them. */
export const dropOldMet = change<{ before: string }>(
  `delete from stay_met where stay in (
     select hash from stay where last_at < substr(:before, 1, 10) and hash not in (select stay from open_stay)
   )`,
);
export const dropOldStays = change<{ before: string }>(
  `delete from stay
   where last_at < substr(:before, 1, 10) and hash not in (select stay from open_stay)`,
);
