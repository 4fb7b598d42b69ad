import { hash, verify } from '@node-rs/argon2';
import { searchForm } from '../../../core/names.ts';
import type { PinProblem } from '../../../core/pin.ts';
import { readPin } from '../../../core/pin.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { commit } from '../../log/commit.ts';
import { countPinFailure, type PinRow, pinHolders, pinOf } from '../../store/card-pins.ts';
import type { Device } from '../device.ts';

/** After so many wrong ones in a row a PIN sleeps, until its owner’s badge is used. */
export const mostPinFailures = 5;

/** Argon2id as OWASP has it: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** A PIN as it is kept. Refuses what is guessed first. Takes its time, off the main thread. */
export const pinHash = async (typed: string): Promise<Result<string, PinProblem>> => {
  const read = readPin(typed);
  return 'problem' in read ? refuse(read.problem) : ok(await hash(read.pin, cost));
};

/** The names of a person in any order, without case and accents. */
const wordsIn = (...names: (string | null)[]): string =>
  searchForm(names.filter((name) => name !== null).join(' '))
    .split(' ')
    .sort()
    .join(' ');

const holdersNamed = (device: Device, name: string): PinRow[] => {
  const wanted = wordsIn(name);
  return pinHolders
    .all(device.db, {})
    .filter(({ given, family, preferred }) =>
      [
        wordsIn(given, family),
        wordsIn(preferred ?? given, family),
        wordsIn(given, preferred, family),
      ].includes(wanted),
    );
};

/** Something to check against where there is nobody, so that it takes as long as where there is. */
const nobodys = hash('no PIN has letters', cost);

export interface WrongPin {
  why: 'unknown-name' | 'wrong-pin' | 'pin-asleep';
  /** The person whose PIN it was not, where the name means one. */
  person: string | null;
  failures: number;
}

/**
 * Whose name and PIN these are. Each attempt is counted in the database before it is looked at, so that many at once or
 * a power cut give nobody one more; who asks cannot tell a name that is not here from a PIN that is wrong or asleep.
 */
export const holderOfPin = async (
  device: Device,
  { name, pin }: { name: string; pin: string },
): Promise<Result<string, WrongPin>> => {
  const named = holdersNamed(device, name);
  const awake = named.filter(({ failures }) => failures < mostPinFailures);
  if (awake.length > 0)
    commit(device, (db) => {
      for (const { person_id } of awake) countPinFailure(db, { person: person_id });
    });
  const read = readPin(pin);
  const typed = 'pin' in read ? read.pin : pin;
  const hashes = awake.length > 0 ? awake.map((row) => row.hash) : [await nobodys];
  const right = await Promise.all(hashes.map((one) => verify(one, typed)));
  const found = awake.find((_, at) => right[at] === true);
  // A badge, or another of the same PIN’s owner, may have come meanwhile: what is there now counts.
  if (found !== undefined && pinOf.get(device.db, { person: found.person_id })?.hash === found.hash)
    return ok(found.person_id);
  const [only, ...others] = named;
  const person = only !== undefined && others.length === 0 ? only.person_id : null;
  const failures = person === null ? 0 : (pinOf.get(device.db, { person })?.failures ?? 0);
  const why = named.length === 0 ? 'unknown-name' : awake.length === 0 ? 'pin-asleep' : 'wrong-pin';
  return refuse({ why, person, failures });
};
