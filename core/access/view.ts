import type { PersonCard } from '../view.ts';
import type { GrantedRole, Permission } from './permissions.ts';

/** How it stands with access, as a window is told. */
export interface AccessView {
  /** Whether anybody can sign in and give access. */
  hasManager: boolean;
  /** Whether whoever stands here can say who manages the kiosk. */
  firstStart: boolean;
  /** For how long nobody’s PIN is looked at on this device, in ms. */
  wait: number;
  /** Who is signed in in this window; null for nobody, also while somebody is in another. */
  signedIn: {
    person: PersonCard;
    role: GrantedRole;
    may: Permission[];
    /** How long it stands if nothing is done, and at most, in ms. */
    left: number;
    atMost: number;
  } | null;
}
