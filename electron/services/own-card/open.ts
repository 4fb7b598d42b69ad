import type { OwnCard } from '../../../core/own-card.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { record } from '../../log/record.ts';
import { forgetPinFailures } from '../../store/card-pins.ts';
import { personByBadge, personById } from '../../store/people.ts';
import type { Device } from '../device.ts';
import { badgeHash } from '../people.ts';
import { readSettings } from '../settings.ts';
import { ownCard } from './card.ts';
import { actorOf, openFor, type Way } from './opening.ts';
import { holderOfPin } from './pins.ts';

/** How somebody asks for their card. */
export type Asking =
  | { way: 'badge'; code: string }
  | { way: 'pin'; name: string; pin: string }
  | { way: 'demo'; person: string };

/** Which of the two can be told without telling who works here: a badge can be held again. */
export type NotOpened = 'unknown-badge' | 'not-opened';

export interface Opened {
  token: string;
  card: OwnCard;
}

/**
 * Opens somebody's own card and says so in the log before anything of it is given out, or that it was not opened and
 * why. A badge wakes its owner's PIN. Throws as `record` does.
 */
export const openCard = async (device: Device, asking: Asking): Promise<Result<Opened, NotOpened>> => {
  switch (asking.way) {
    case 'badge': {
      const row = personByBadge.get(device.db, { hash: badgeHash(device, asking.code) });
      if (row !== undefined && row.origin !== 'visitor') return opened(device, row.id, 'badge');
      notOpened(device, { why: 'unknown-badge', person: null, failures: 0 });
      return refuse('unknown-badge');
    }
    case 'pin': {
      const found = await holderOfPin(device, asking);
      if (found.ok) return opened(device, found.value, 'pin');
      notOpened(device, found.problem);
      return refuse('not-opened');
    }
    case 'demo': {
      const row = personById.get(device.db, { id: asking.person });
      if (readSettings(device).settings.demo && row?.origin === 'demo') return opened(device, row.id, 'demo');
      notOpened(device, { why: 'not-a-demo', person: null, failures: 0 });
      return refuse('not-opened');
    }
  }
};

const opened = (device: Device, person: string, way: Way): Result<Opened, NotOpened> => {
  const event = { type: 'card-opened' as const, ids: { person }, data: { way } };
  record(device, { id: device.newId(), actor: actorOf(person, way), events: [event] }, (db) =>
    forgetPinFailures(db, { person }),
  );
  const token = openFor(device, person, way);
  return ok({ token, card: ownCard(device, person) });
};

const notOpened = (
  device: Device,
  { why, person, failures }: { why: string; person: string | null; failures: number },
): void => {
  const ids = person === null ? {} : { person };
  const event = { type: 'card-not-opened' as const, ids, data: { failures, why } };
  record(device, { id: device.newId(), actor: { kind: 'bedside' }, events: [event] });
};
