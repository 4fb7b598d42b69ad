import { algorithms, parseVerifierKey, type VerifierKey } from '../../../core/log/verifier-key.ts';
import { sha256 } from '../../log/signer.ts';
import { Problem } from '../../problem.ts';

/**
 * The key by which a witness checks a log: the one that it stored, or, where the log is new to it, the one that it is
 * told to trust. Throws a Problem where there is none, or where the two are not the same.
 */
export const logKey = ({
  origin,
  known,
  trust,
}: {
  origin: string;
  known: string | null;
  trust: string | null;
}): { key: VerifierKey; line: string } => {
  if (known !== null && trust !== null && known !== trust)
    throw new Problem(
      `This device knows ${origin} by another key than the one given: nothing is signed, for a log never changes its key.`,
    );
  const line = known ?? trust;
  if (line === null)
    throw new Problem(
      `This device has not seen ${origin} before: give its verifier key with --trust, as it was read from that kiosk.`,
    );
  const key = parseVerifierKey(sha256, line);
  if (key === null)
    throw new Problem(
      'The key to trust is not a verifier key, or it was not copied whole: NAME+ID+KEY in one line.',
    );
  if (key.algorithm !== algorithms.ed25519)
    throw new Problem(
      'The key to trust is the one of a witness: the key of the log is needed, which “key” prints first.',
    );
  if (key.name !== origin)
    throw new Problem(`The key to trust is that of ${key.name}, but the request is of ${origin}.`);
  return { key, line };
};
