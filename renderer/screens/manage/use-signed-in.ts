import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Permission } from '../../../core/access/permissions.ts';
import type { AccessView } from '../../../core/access/view.ts';
import { as, askAccess, signOut, stayHere } from '../../device/manage/access.ts';
import { type Ask, NotDone } from './manager.ts';

type Standing = NonNullable<AccessView['signedIn']>;

/** Somebody is signed in in this window, or was until their time was up. */
export interface SignedInHere {
  token: string;
  who: Standing;
  /** When the quarter of an hour is over, by the page's clock that never jumps, in ms. */
  until: number;
  isOver: boolean;
}

/** How often at most the device is told that somebody is still there, in ms. */
const tellEvery = 20_000;
const signs = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const;

/**
 * The sign-in of this window: the token is in the page's memory only. What is touched or typed tells the device that
 * somebody is there; once the device says that it is over, nothing is asked any more until somebody signs in again.
 */
export const useSignedIn = (confirmPin: (what: Permission) => Promise<boolean>) => {
  const [signedIn, setSignedIn] = useState<SignedInHere | null>(null);
  const token = signedIn?.token ?? null;
  const newest = useRef({ token, confirmPin });
  useEffect(() => {
    newest.current = { token, confirmPin };
  });

  const begin = useCallback(async (fresh: string): Promise<boolean> => {
    const view = await askAccess(fresh).catch(() => askAccess(fresh).catch(() => null));
    if (view === null || view.signedIn === null) return false;
    newest.current.token = fresh;
    const until = performance.now() + view.signedIn.atMost;
    setSignedIn({ token: fresh, who: view.signedIn, until, isOver: false });
    return true;
  }, []);

  const over = useCallback((ended: string) => {
    if (newest.current.token !== ended) return;
    setSignedIn((now) => (now === null ? null : { ...now, isOver: true }));
  }, []);

  const leave = useCallback(() => {
    const last = newest.current.token;
    if (last !== null) void signOut(last);
    setSignedIn(null);
  }, []);

  const ask: Ask = useCallback(
    async (question) => {
      const sent = newest.current.token;
      if (sent === null) throw new NotDone('signed-out');
      const once = () => question(as(sent)).catch(() => null);
      const answer = (await once()) ?? (await once());
      if (answer === null) throw new NotDone('no-answer');
      if (answer.status === 401) {
        over(sent);
        throw new NotDone('signed-out');
      }
      if (answer.status !== 403) return answer;
      const said = await answer.json().catch(() => null);
      const what = confirmWanted(said);
      if (what === null) throw new NotDone('not-allowed');
      if (!(await newest.current.confirmPin(what))) throw new NotDone('not-confirmed');
      return ask(question);
    },
    [over],
  );

  useStaying(signedIn, over);
  return useMemo(() => ({ signedIn, begin, leave, ask }), [signedIn, begin, leave, ask]);
};

const confirmWanted = (said: unknown): Permission | null => {
  if (typeof said !== 'object' || said === null || !('problem' in said) || !('what' in said)) return null;
  return said.problem === 'confirm' ? (said.what as Permission) : null;
};

/** Tells the device that somebody is there, and looks whether the sign-in still stands when it should be over. */
const useStaying = (signedIn: SignedInHere | null, over: (token: string) => void): void => {
  const [token, until] = signedIn === null || signedIn.isOver ? [null, 0] : [signedIn.token, signedIn.until];
  useEffect(() => {
    if (token === null) return;
    let told = performance.now();
    const tell = async () => {
      if (performance.now() - told < tellEvery) return;
      told = performance.now();
      const view = await stayHere(token);
      // Without an answer nobody knows; the next question finds out.
      if (view?.signedIn === null) over(token);
    };
    const ended = window.setTimeout(() => over(token), Math.max(0, until - performance.now()));
    const listening = new AbortController();
    for (const sign of signs)
      window.addEventListener(sign, () => void tell(), {
        capture: true,
        passive: true,
        signal: listening.signal,
      });
    return () => {
      window.clearTimeout(ended);
      listening.abort();
    };
  }, [token, until, over]);
};
