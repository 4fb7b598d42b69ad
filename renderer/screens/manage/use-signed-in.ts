import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Permission } from '../../../core/access/permissions.ts';
import type { AccessView } from '../../../core/access/view.ts';
import { as, askAccess, signOut, stayHere } from '../../device/manage/access.ts';
import { type Ask, NotDone } from './manager.ts';
import { createStaying } from './staying.ts';

type Standing = NonNullable<AccessView['signedIn']>;

/** Somebody is signed in in this window, or was until their time was up. */
export interface SignedInHere {
  token: string;
  who: Standing;
  /** When the quarter of an hour is over, by the page's clock that never jumps, in ms. */
  until: number;
  isOver: boolean;
}

const signs = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const;

/**
 * The sign-in of this window: the token is in the page's memory only. What is touched or typed tells the device that
 * somebody is there; once the device says that it is over, nothing is asked any more until somebody signs in again.
 */
export const useSignedIn = (confirmPin: (what: Permission) => Promise<boolean>) => {
  const [signedIn, setSignedIn] = useState<SignedInHere | null>(null);
  const token = signedIn?.token ?? null;
  const person = signedIn?.who.person.id ?? null;
  const newest = useRef({ token, person, confirmPin });
  useEffect(() => {
    newest.current = { token, person, confirmPin };
  });

  /** Takes a token that was just given, and says whose it is before anything is shown to them; false where it is none. */
  const begin = useCallback(async (fresh: string, isFor: (person: string) => void): Promise<boolean> => {
    const view = await askAccess(fresh).catch(() => askAccess(fresh).catch(() => null));
    if (view === null || view.signedIn === null) return false;
    newest.current.token = fresh;
    newest.current.person = view.signedIn.person.id;
    isFor(view.signedIn.person.id);
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
      const { token: sent, person: whose } = newest.current;
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
      // While the PIN was asked for the time was up, and somebody else signed in: it is not done in their name.
      if (newest.current.person !== whose) throw new NotDone('signed-out');
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
    const tell = async () => {
      const view = await stayHere(token);
      // Without an answer nobody knows; the next question finds out.
      if (view?.signedIn === null) over(token);
    };
    const staying = createStaying(() => void tell(), {
      now: () => performance.now(),
      later: (ms, run) => {
        const timer = window.setTimeout(run, ms);
        return () => window.clearTimeout(timer);
      },
    });
    const ended = window.setTimeout(() => over(token), Math.max(0, until - performance.now()));
    const listening = new AbortController();
    for (const sign of signs)
      window.addEventListener(sign, staying.seen, {
        capture: true,
        passive: true,
        signal: listening.signal,
      });
    return () => {
      window.clearTimeout(ended);
      staying.stop();
      listening.abort();
    };
  }, [token, until, over]);
};
