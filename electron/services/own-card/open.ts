import type { OwnCard } from '../../../core/own-card.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { record } from '../../log/record.ts';
import type { Writer } from '../../store/open.ts';
import { personByBadge, personById } from '../../store/people.ts';
import { countAttempt, type Subject, tellTurnedAway, unknownBadge } from '../access/attempts.ts';
import { prove, type Who } from '../access/prove.ts';
import type { Device } from '../device.ts';
import { badgeHash } from '../people.ts';
import { readSettings } from '../settings.ts';
import { ownCard } from './card.ts';
import { actorOf, openFor, type Way } from './opening.ts';

/** How somebody asks for their card. */
export type Asking =
  | { way: 'badge'; code: string }
  | { way: 'pin'; name: string; pin: string }
  | { way: 'demo'; person: string };

/** What can be told without telling who works here: a badge can be held again; `wait` is until a PIN is looked at, in ms. */
export interface NotOpened {
  problem: 'unknown-badge' | 'not-opened';
  wait: number;
}

export interface Opened {
  token: string;
  card: OwnCard;
}

/**
 * Opens somebody's own card and says so in the log before anything of it is given out, or that it was not opened and
 * why. A PIN, a badge that nobody has and what is no demo count as attempts (access/attempts.ts); the badge of somebody
 * here does not, opens also while a PIN has to wait, and changes nothing about that. Throws as `record` does.
 */
export const openCard = async (device: Device, asking: Asking): Promise<Result<Opened, NotOpened>> => {
  switch (asking.way) {
    case 'badge': {
      const hash = badgeHash(device, asking.code);
      const row = personByBadge.get(device.db, { hash });
      if (row !== undefined && row.origin !== 'visitor') return opened(device, row.id, 'badge');
      nobodys(device, unknownBadge(hash), 'unknown-badge');
      return refuse({ problem: 'unknown-badge', wait: 0 });
    }
    case 'pin':
      return byPin(device, { by: 'name', name: asking.name }, asking.pin);
    case 'demo': {
      const row = personById.get(device.db, { id: asking.person });
      if (readSettings(device).settings.demo && row?.origin === 'demo') return opened(device, row.id, 'demo');
      nobodys(device, { kind: 'nobody', again: null }, 'not-a-demo');
      return refuse({ problem: 'not-opened', wait: 0 });
    }
  }
};

const byPin = async (device: Device, who: Who, pin: string): Promise<Result<Opened, NotOpened>> => {
  const found = await prove(device, who, pin);
  if (found.ok) return opened(device, found.value.person, 'pin', found.value.takeBack);
  if (found.problem.toTell) notOpened(device, found.problem);
  return refuse({ problem: 'not-opened', wait: found.problem.said.wait });
};

/** What nobody has was tried: it counts on the device, and the log says so as often as attempts are told. */
const nobodys = (device: Device, what: Subject, why: string): void => {
  const attempt = countAttempt(device, what);
  if (attempt.is === 'counted') notOpened(device, { why, person: null, failures: 0 });
  else if (attempt.toTell) notOpened(device, { why: attempt.is, person: null, failures: 0 });
};

const opened = (
  device: Device,
  person: string,
  way: Way,
  takeBack?: (db: Writer) => void,
): Result<Opened, NotOpened> => {
  const event = { type: 'card-opened' as const, ids: { person }, data: { way } };
  record(device, { id: device.newId(), actor: actorOf(person, way), events: [event] }, takeBack);
  const token = openFor(device, person, way);
  return ok({ token, card: ownCard(device, person) });
};

const notOpened = (
  device: Device,
  { why, person, failures }: { why: string; person: string | null; failures: number },
): void => {
  const ids = person === null ? {} : { person };
  const data = { failures, why, ...tellTurnedAway(device) };
  const event = { type: 'card-not-opened' as const, ids, data };
  record(device, { id: device.newId(), actor: { kind: 'bedside' }, events: [event] });
};
