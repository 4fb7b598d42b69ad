import { change, query } from './sql.ts';

export interface PinRow {
  person_id: string;
  /** Argon2id, with its parameters and salt. */
  hash: string;
  /** How often in a row it was wrong. */
  failures: number;
}

/** The PIN of somebody who has not left. */
export const pinOf = query<PinRow, { person: string }>(
  `select person_id, hash, failures from pin
   join person on person.id = person_id where person_id = :person and retired_at is null`,
);

/** Everybody who set a PIN and has not left, with their names. */
export const pinHolders = query<PinRow & { given: string; family: string | null; preferred: string | null }>(
  `select person_id, hash, failures, given, family, preferred from pin
   join person on person.id = person_id where retired_at is null`,
);

/** A PIN that is disabled stays so, whatever it becomes: somebody else opens it again. */
export const putPin = change<{ person: string; hash: string; disabledAt: number }>(
  `insert into pin (person_id, hash) values (:person, :hash)
   on conflict (person_id) do update set hash = excluded.hash,
     failures = case when failures >= :disabledAt then failures else 0 end`,
);

export const dropPin = change<{ person: string }>('delete from pin where person_id = :person');

export const countPinFailure = change<{ person: string }>(
  'update pin set failures = failures + 1 where person_id = :person',
);

export const forgetPinFailures = change<{ person: string }>(
  'update pin set failures = 0 where person_id = :person',
);
