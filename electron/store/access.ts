import { change, query } from './sql.ts';

/** The role of somebody who has access and has not left. */
export const accessOf = query<{ role: string }, { person: string }>(
  `select access.role from access join person on person.id = person_id
   where person_id = :person and retired_at is null`,
);

/**
 * Everybody who has access and has not left, by name, and how it stands with their PIN: null for none. Joined from the few
 * who have access (cross join), never from everybody by name.
 */
export const accessHolders = query<{ person_id: string; role: string; failures: number | null }>(
  `select access.person_id, access.role, pin.failures from access
   cross join person on person.id = access.person_id left join pin on pin.person_id = access.person_id
   where retired_at is null order by search`,
);

export const putAccess = change<{ person: string; role: string; at: string }>(
  `insert into access (person_id, role, granted_at) values (:person, :role, :at)
   on conflict (person_id) do update set role = excluded.role, granted_at = excluded.granted_at`,
);

export const dropAccess = change<{ person: string }>('delete from access where person_id = :person');

/** Who has access and has left: they are not to have it again when they come back. */
export const accessOfLeft = query<{ person_id: string; role: string }>(
  `select access.person_id, access.role from access join person on person.id = person_id
   where retired_at is not null order by person_id`,
);

const deviceLock = query<{ failures: number }>('select failures from device_lock');

/** How many attempts on this device were not taken back. */
export const deviceFailures = (db: Parameters<typeof deviceLock.get>[0]): number =>
  deviceLock.get(db, {})?.failures ?? 0;

export const putDeviceFailures = change<{ failures: number }>(
  `insert into device_lock (id, failures) values (1, :failures)
   on conflict (id) do update set failures = excluded.failures`,
);

/** Takes back one attempt, which succeeded. */
export const forgetDeviceFailure = change(
  'update device_lock set failures = failures - 1 where failures > 0',
);

export const recoveryCode = query<{ hash: string; failures: number }>('select hash, failures from recovery');

/** A new code, in the place of the one there was. */
export const putRecoveryCode = change<{ hash: string; at: string }>(
  `insert into recovery (id, hash, made_at) values (1, :hash, :at)
   on conflict (id) do update set hash = excluded.hash, made_at = excluded.made_at, failures = 0`,
);

export const countRecoveryFailure = change('update recovery set failures = failures + 1');

export const forgetRecoveryFailures = change('update recovery set failures = 0');

/** Whether sessions were held here that nobody invented. */
export const anySession = query<{ found: number }>(
  'select exists (select 1 from session where simulated = 0) as found',
);

/** Whether somebody is here and has not left. */
export const isHere = query<{ id: string }, { person: string }>(
  'select id from person where id = :person and retired_at is null',
);

/** Everybody who has not left, by their names on the list. */
export const everybodyHere = query<{ id: string; given: string; family: string | null; role: string }>(
  'select id, given, family, role from person where retired_at is null order by search',
);
