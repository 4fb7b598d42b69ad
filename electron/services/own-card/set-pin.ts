import type { PinProblem } from '../../../core/pin.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { recordedFor } from '../../log/commit.ts';
import { dropPin, putPin } from '../../store/card-pins.ts';
import type { Device } from '../device.ts';
import { recordChange } from './keep.ts';
import { isStill, type Opening } from './opening.ts';
import { pinHash } from './pins.ts';

/**
 * Sets the PIN by which somebody opens their own card, or takes it away (null). The log says that it was changed.
 * Refuses one that is guessed first, and `not-open` where the card was closed meanwhile. Throws as `record` does.
 */
export const setPin = async (
  device: Device,
  opening: Opening,
  { id, pin }: { id: string; pin: string | null },
): Promise<Result<null, PinProblem | 'not-open'>> => {
  const hashed = pin === null ? null : await pinHash(pin);
  if (hashed !== null && !hashed.ok) return hashed;
  if (!isStill(device, opening)) return refuse('not-open');
  if (recordedFor(device, id) !== undefined) return ok(null);
  const { person } = opening;
  recordChange(device, opening, { id, fields: ['pin'] }, (db) => {
    if (hashed === null) dropPin(db, { person });
    else putPin(db, { person, hash: hashed.value });
  });
  return ok(null);
};
