import { type Permission, permissions } from './permissions.ts';

/** A sign-in ends two minutes after it was last used, and after a quarter of an hour whatever happens. In ms. */
export const signInIdleMs = 2 * 60_000;
export const signInOpenMs = 15 * 60_000;

/** Times of a sign-in by the clock that never jumps, in ms. */
export interface SignInTimes {
  readonly began: number;
  /** When it was last used. */
  used: number;
  /** The last time the PIN was given once more, and what for. */
  confirmed: { what: Permission; at: number } | null;
}

/** Why a sign-in is over; null while it is not. */
export const overBecause = ({ began, used }: SignInTimes, now: number): 'idle' | 'time-up' | null => {
  if (now - began >= signInOpenMs) return 'time-up';
  return now - used >= signInIdleMs ? 'idle' : null;
};

/** Whether the PIN has to be given once more for this. A PIN that was given for something else does not count. */
export const isAskedAgain = ({ confirmed }: SignInTimes, what: Permission, now: number): boolean => {
  const { again } = permissions[what];
  if (again === null) return false;
  return confirmed === null || confirmed.what !== what || now - confirmed.at >= again;
};
