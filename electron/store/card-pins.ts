import { change, query } from './sql.ts';

export interface PinRow {
  person_id: string;
  /** Argon2id, with its parameters and salt. */
  hash: string;
  /** How often in a row it was wrong. */
  failures: number;
}

export const pinOf = query<PinRow, { person: string }>(
  'select person_id, hash, failures from card_pin where person_id = :person',
);

/** Everybody who set a PIN and has not left, with their names. */
export const pinHolders = query<PinRow & { given: string; family: string | null; preferred: string | null }>(
  `select person_id, hash, failures, given, family, preferred from card_pin
   join person on person.id = person_id where retired_at is null`,
);

export const putPin = change<{ person: string; hash: string }>(
  `insert into card_pin (person_id, hash) values (:person, :hash)
   on conflict (person_id) do update set hash = excluded.hash, failures = 0`,
);

export const dropPin = change<{ person: string }>('delete from card_pin where person_id = :person');

export const countPinFailure = change<{ person: string }>(
  'update card_pin set failures = failures + 1 where person_id = :person',
);

export const forgetPinFailures = change<{ person: string }>(
  'update card_pin set failures = 0 where person_id = :person',
);
