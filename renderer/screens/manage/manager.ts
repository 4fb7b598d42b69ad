import { createContext, use, useCallback, useEffect, useRef, useState } from 'react';
import type { GrantedRole, Permission } from '../../../core/access/permissions.ts';
import type { PersonCard } from '../../../core/view.ts';
import type { As } from '../../device/manage/access.ts';
import type { SectionId } from './section.ts';

/**
 * Why something was not done. `signed-out`: the time was up, and the frame asks to sign in again; `not-confirmed`: the PIN
 * was not given once more; `not-allowed`: it is for another role; `no-answer`: the device did not answer, twice.
 */
export class NotDone extends Error {
  readonly why: 'signed-out' | 'not-confirmed' | 'not-allowed' | 'no-answer';
  constructor(why: NotDone['why']) {
    super(why);
    this.why = why;
  }
}

interface Said {
  status: number;
  json(): Promise<unknown>;
}

/**
 * Asks the device as whoever is signed in: `question` gets what to send along, as in
 * `ask((as) => device.manage.people.$get({ query }, as))`. It may be asked twice, so a change carries an id. Where the PIN
 * is wanted once more it is asked for, and the question after that again. Gives the answer with any other status than
 * 401 and 403; throws NotDone.
 */
export type Ask = <Answer extends Said>(question: (as: As) => Promise<Answer>) => Promise<Answer>;

/** Whoever is signed in in this window. */
export interface Manager {
  person: PersonCard;
  role: GrantedRole;
  may: (permission: Permission) => boolean;
  ask: Ask;
  /** Leads to another section. */
  go: (section: SectionId, preset?: Readonly<Record<string, string>>) => void;
}

export const ManagerContext = createContext<Manager | null>(null);

export const useManager = (): Manager => {
  const manager = use(ManagerContext);
  if (manager === null) throw new Error('This component needs somebody who is signed in');
  return manager;
};

export type Asked<Value> = {
  /** `again`: it is there, and is being asked for anew. */
  is: 'loading' | 'there' | 'again' | 'failed';
  /** It failed because the PIN that it needs was not given: there is nothing wrong with the kiosk. */
  lacksPin: boolean;
  /** What was answered last, under whatever key; null before the first answer. */
  value: Value | null;
  /** Asks once more. */
  again: () => void;
  /** Puts in what another answer said, without asking. */
  put: (value: Value) => void;
};

type Known<Value> = Omit<Asked<Value>, 'again' | 'put'>;

/**
 * Asks a question when the component comes up and whenever `key` changes, and keeps the newest answer. An answer that comes
 * after another question was asked is left aside. `question` throws where there is none.
 */
export const useAsked = <Value>(key: string, question: (ask: Ask) => Promise<Value>): Asked<Value> => {
  const { ask } = useManager();
  const [known, setKnown] = useState<Known<Value>>({ is: 'loading', lacksPin: false, value: null });
  const [turn, setTurn] = useState(0);
  const newest = useRef(question);
  const asked = useRef(0);
  useEffect(() => {
    newest.current = question;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key, or another turn, is why it is asked.
  useEffect(() => {
    asked.current += 1;
    const mine = asked.current;
    setKnown(({ value }) => ({ is: value === null ? 'loading' : 'again', lacksPin: false, value }));
    newest.current(ask).then(
      (value) => {
        if (mine === asked.current) setKnown({ is: 'there', lacksPin: false, value });
      },
      (failed: unknown) => {
        const lacksPin = failed instanceof NotDone && failed.why === 'not-confirmed';
        if (mine === asked.current) setKnown(({ value }) => ({ is: 'failed', lacksPin, value }));
      },
    );
    return () => {
      asked.current += 1;
    };
  }, [key, turn, ask]);
  const again = useCallback(() => setTurn((now) => now + 1), []);
  const put = useCallback((value: Value) => setKnown({ is: 'there', lacksPin: false, value }), []);
  return { ...known, again, put };
};
