/** How long nobody may touch the screen before it asks, and how long it then waits for an answer, both in ms. */
export interface Patience {
  asksAfter: number;
  waits: number;
}

export type Idle = 'quiet' | 'asking' | 'over';

/** A touch that goes on for longer, in ms, is none: something lies on the screen, or its end was never heard. */
export const longestTouch = 300_000;

/**
 * What becomes of a screen when the last thing that somebody did was `since` ms ago. A finger that lies on it
 * (`isTouched`) is not interrupted, neither by the question nor by its end.
 *
 * | since                     | touched             | otherwise |
 * |---------------------------|---------------------|-----------|
 * | less than asksAfter       | as it was           | quiet     |
 * | less than both together   | as it was           | asking    |
 * | more                      | as it was           | over      |
 * | more than longestTouch    | as if it were not   | over      |
 */
export const idleAt = (
  since: number,
  isTouched: boolean,
  was: Exclude<Idle, 'over'>,
  { asksAfter, waits }: Patience,
): Idle => {
  if (isTouched && since < longestTouch) return was;
  if (since < asksAfter) return 'quiet';
  return since < asksAfter + waits ? 'asking' : 'over';
};

/** The world around it, given in so that it can be tested without one. */
export interface IdleSources {
  /** A clock that never jumps, in ms. */
  now: () => number;
  /** Runs something later; gives back what cancels it. */
  later: (ms: number, run: () => void) => () => void;
}

/**
 * Watches over one screen and tells each change from one of the three to another; nothing after it is over. While it
 * asks, whatever is done makes it wait anew, so that there is time to answer; only an answer makes it quiet again.
 */
export const createIdle = (patience: Patience, { now, later }: IdleSources, tell: (idle: Idle) => void) => {
  const { asksAfter, waits } = patience;
  let last = now();
  let isTouched = false;
  let said: Idle = 'quiet';
  let cancel = () => {};

  const look = () => {
    cancel();
    if (said === 'over') return;
    const since = now() - last;
    const idle = idleAt(since, isTouched, said, patience);
    if (idle !== said) {
      said = idle;
      tell(idle);
    }
    if (idle === 'over') return;
    const turns = isTouched ? [longestTouch] : [asksAfter, asksAfter + waits];
    const next = turns.find((one) => one > since) ?? since;
    // A timer may come a little early.
    cancel = later(Math.max(1, next - since), look);
  };
  look();

  const touched = () => {
    last = said === 'asking' ? now() - asksAfter : now();
    look();
  };
  return {
    /** A key, a badge, anything that somebody did. */
    touched,
    pressed: () => {
      isTouched = true;
      touched();
    },
    released: () => {
      isTouched = false;
      touched();
    },
    /** Somebody is there. */
    answered: () => {
      isTouched = false;
      last = now();
      look();
    },
    stop: () => cancel(),
  };
};
