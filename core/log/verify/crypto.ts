import type { Sha256 } from '../merkle.ts';
import type { Verify } from '../note.ts';

/** What a verifier needs to be given. */
export interface Crypto {
  sha256: Sha256;
  /** SHA-256 of all pieces one after the other. */
  sha256Of: (pieces: Iterable<Uint8Array>) => Uint8Array;
  /** Ed25519. */
  verify: Verify;
}
