import { disabledAt } from '../../../core/access/lockout.ts';
import type { OwnPinProblem } from '../../../core/pin.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { recordedFor } from '../../log/commit.ts';
import { accessOf } from '../../store/access.ts';
import { dropPin, putPin } from '../../store/pins.ts';
import { pinHash } from '../access/pins.ts';
import type { Device } from '../device.ts';
import { recordChange } from './keep.ts';
import { isStill, type Opening, type Way } from './opening.ts';

/**
 * Sets the PIN by which somebody opens their own card, or takes it away (null). The log says that it was changed.
 * Refuses one that is guessed first, and `not-open` where the card was closed meanwhile. The PIN of somebody who has
 * access proves who signs in: a badge that was found must not set it, and it cannot be taken away. Throws as `record` does.
 */
export const setPin = async (
  device: Device,
  opening: Opening,
  { id, pin }: { id: string; pin: string | null },
): Promise<Result<null, OwnPinProblem | 'not-open'>> => {
  const { person, way } = opening;
  const problem = pinProblem(device, person, way, pin);
  if (problem !== null) return refuse(problem);
  const hashed = pin === null ? null : await pinHash(pin);
  if (hashed !== null && !hashed.ok) return hashed;
  if (!isStill(device, opening)) return refuse('not-open');
  if (recordedFor(device, id) !== undefined) return ok(null);
  // They may have been given access meanwhile.
  const since = pinProblem(device, person, way, pin);
  if (since !== null) return refuse(since);
  recordChange(device, opening, { id, fields: ['pin'] }, (db) => {
    if (hashed === null) dropPin(db, { person });
    else putPin(db, { person, hash: hashed.value, disabledAt });
  });
  return ok(null);
};

const pinProblem = (
  device: Device,
  person: string,
  way: Way,
  pin: string | null,
): 'only-by-pin' | 'is-needed' | null => {
  if (accessOf.get(device.db, { person }) === undefined) return null;
  if (pin === null) return 'is-needed';
  return way === 'pin' ? null : 'only-by-pin';
};
