import { hash, verify } from '@node-rs/argon2';
import { type PinProblem, readPin } from '../../../core/pin.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';

/** Argon2id as OWASP has it: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** A secret as it is kept. Takes its time, off the main thread. */
export const secretHash = (secret: string): Promise<string> => hash(secret, cost);

/** A PIN as it is kept. Refuses what is guessed first. */
export const pinHash = async (typed: string): Promise<Result<string, PinProblem>> => {
  const read = readPin(typed);
  return 'problem' in read ? refuse(read.problem) : ok(await secretHash(read.pin));
};

/** Something to check against where there is nothing, so that it takes as long as where there is. */
const nobodys = secretHash('no PIN has letters');

/** Whether this is the secret that is kept so; of what is not there (null) it takes as long to say no. */
export const isSecret = async (kept: string | null, secret: string): Promise<boolean> => {
  const right = await verify(kept ?? (await nobodys), secret);
  return right && kept !== null;
};

/** Whether this is the PIN that is kept so, however its digits were typed. */
export const isPin = (kept: string | null, typed: string): Promise<boolean> => {
  const read = readPin(typed);
  return isSecret(kept, 'pin' in read ? read.pin : typed);
};
