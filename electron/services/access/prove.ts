import { createHash } from 'node:crypto';
import { searchForm } from '../../../core/names.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import type { Writer } from '../../store/open.ts';
import { personByBadge, personById } from '../../store/people.ts';
import { type PinRow, pinHolders, pinOf } from '../../store/pins.ts';
import type { Device } from '../device.ts';
import { badgeHash } from '../people.ts';
import { countAttempt, type Subject, unknownBadge } from './attempts.ts';
import { isPin } from './pins.ts';

/** How somebody says who they are, which proves nothing. */
export type Who =
  | { by: 'badge'; code: string }
  | { by: 'name'; name: string }
  | { by: 'person'; person: string };

export interface Proven {
  person: string;
  /** To be done in the transaction that says what came of it: see Attempt. */
  takeBack: (db: Writer) => void;
}

/** Why nobody is proven, for the log; `said` is all that is told to who asked. `wait` is until the next try, in ms. */
export interface NotProven {
  why: 'unknown-badge' | 'unknown-name' | 'name-of-several' | 'wrong-pin' | 'disabled' | 'waiting';
  /** The person whose PIN it was not, where what was said means one. */
  person: string | null;
  failures: number;
  toTell: boolean;
  said: { problem: 'unknown-badge' | 'not-opened' | 'waiting' | 'disabled'; wait: number };
}

/**
 * Whether somebody is who they say, by their PIN: counted before it is looked at. Who asks cannot tell a name that is not
 * here from one without a PIN or with another. What several people are called means nobody: else one of them could try
 * what the others’ PINs are by setting their own.
 */
export const prove = async (device: Device, who: Who, pin: string): Promise<Result<Proven, NotProven>> => {
  const found = meant(device, who);
  const attempt = countAttempt(device, found.subject);
  const person = found.subject.kind === 'person' ? found.subject.person : null;
  const { failures, wait } = attempt;
  if (found.why === 'unknown-badge') {
    const { is, toTell } = attempt.is === 'counted' ? { is: found.why, toTell: true } : attempt;
    const why = is === 'tried-before' ? found.why : is;
    return refuse({ why, person, failures, toTell, said: { problem: found.why, wait } });
  }
  if (attempt.is !== 'counted') {
    const why = attempt.is === 'disabled' ? 'disabled' : 'waiting';
    if (why === 'disabled') await isPin(null, pin);
    return refuse({ why, person, failures, toTell: attempt.toTell, said: { problem: why, wait } });
  }
  const kept = person === null ? null : (pinOf.get(device.db, { person })?.hash ?? null);
  const right = await isPin(kept, pin);
  // Another PIN may have been set meanwhile, or its owner have left: what is there now counts.
  if (right && person !== null && pinOf.get(device.db, { person })?.hash === kept)
    return ok({ person, takeBack: attempt.takeBack });
  const why = found.why ?? 'wrong-pin';
  return refuse({ why, person, failures, toTell: true, said: { problem: 'not-opened', wait } });
};

interface Meant {
  subject: Subject;
  why: 'unknown-badge' | 'unknown-name' | 'name-of-several' | null;
}

const meant = (device: Device, who: Who): Meant => {
  switch (who.by) {
    case 'badge': {
      const hash = badgeHash(device, who.code);
      const holder = personByBadge.get(device.db, { hash });
      return holder === undefined
        ? { subject: unknownBadge(hash), why: 'unknown-badge' }
        : personWithPin(device, holder.id);
    }
    case 'person':
      return personWithPin(device, who.person);
    case 'name': {
      const [one, ...others] = namedSo(device, who.name);
      if (one !== undefined && others.length === 0)
        return { subject: { kind: 'person', person: one.person_id }, why: null };
      const key = createHash('sha256').update(wordsIn(who.name)).digest('base64url');
      return { subject: { kind: 'stranger', key }, why: one ? 'name-of-several' : 'unknown-name' };
    }
  }
};

const personWithPin = (device: Device, id: string): Meant =>
  pinOf.get(device.db, { person: id }) === undefined
    ? { subject: { kind: 'stranger', key: personById.get(device.db, { id })?.id ?? '' }, why: 'unknown-name' }
    : { subject: { kind: 'person', person: id }, why: null };

/** The names of a person in any order, without case and accents. */
const wordsIn = (...names: (string | null)[]): string =>
  searchForm(names.filter((name) => name !== null).join(' '))
    .split(' ')
    .sort()
    .join(' ');

/** Whose name this is: as it is on the list, which nobody gives themselves; else with what they are called. */
const namedSo = (device: Device, name: string): PinRow[] => {
  const wanted = wordsIn(name);
  const holders = pinHolders.all(device.db, {});
  const listed = holders.filter(({ given, family }) => wordsIn(given, family) === wanted);
  if (listed.length > 0) return listed;
  return holders.filter(({ given, family, preferred }) =>
    [wordsIn(preferred ?? given, family), wordsIn(given, preferred, family)].includes(wanted),
  );
};
