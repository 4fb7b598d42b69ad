import { useState } from 'react';
import type { PersonFile } from '../../../../core/people/view.ts';
import { steadyNow } from '../../../device/clock.ts';
import type { As } from '../../../device/manage/access.ts';
import {
  askPerson,
  type Changed,
  changedIn,
  type Of,
  personIn,
  putBack,
} from '../../../device/manage/people.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useAsked, useManager } from '../manager.ts';

/** What was done last, as the line below says it. */
export type Done =
  | 'person'
  | 'photo'
  | 'badge'
  | 'badges'
  | 'leave'
  | 'retired'
  | 'returned'
  | 'on-list'
  | 'putBack'
  | 'merged'
  | 'apart'
  | 'added'
  | 'removed';

interface Answer {
  status: number;
  json(): Promise<unknown>;
}
type Send = (of: Of) => (as: As) => Promise<Answer>;

export interface Saved {
  id: string;
  at: number;
  done: Done;
}

/** Why nothing was kept. `meanwhile`: they changed since they were seen; `not-kept`: it may be tried again. */
export type Trouble = { is: 'meanwhile' } | { is: 'not-kept'; again: () => void };

/** One person, as they are now on the device, and how they are changed: nothing changes here before the device has it. */
export const usePerson = (id: string, just: Saved | null) => {
  const { ask } = useManager();
  const { conventions: language } = useLanguage();
  const file = useAsked(`${id} ${language}`, async (ask) => personIn(await ask(askPerson(id, language))));
  const [saved, setSaved] = useState<Saved | null>(just);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const tried = async <Value>(attempt: () => Promise<Value>): Promise<Value | null> => {
    setIsBusy(true);
    try {
      const value = await attempt();
      setTrouble(null);
      return value;
    } catch {
      setTrouble({ is: 'not-kept', again: () => void tried(attempt) });
      return null;
    } finally {
      setIsBusy(false);
    }
  };

  /** Sends a change of the person as they were seen, under an id; null where nobody knows whether it was kept. */
  const change = (person: PersonFile, done: Done, send: Send): Promise<(Changed & { id: string }) | null> => {
    const of = { id: crypto.randomUUID(), person: id, version: person.version, language };
    return tried(async () => {
      const answer = await changedIn(await ask(send(of)));
      if (answer.is === 'kept') {
        if (answer.person !== null) file.put(answer.person);
        setSaved({ id: of.id, at: steadyNow(), done });
      }
      if (answer.is === 'meanwhile') {
        file.put(answer.person);
        // Said once the attempt is over, which takes what was said before away.
        queueMicrotask(() => setTrouble({ is: 'meanwhile' }));
      }
      if (answer.is === 'gone') file.again();
      return { ...answer, id: of.id };
    });
  };

  /** Puts a change back, this one or an earlier. */
  const back = (of: string, done: Done = 'putBack') => {
    const undo = crypto.randomUUID();
    return tried(async () => {
      const answer = await changedIn(await ask(putBack({ id: undo, of })));
      file.again();
      if (answer.is === 'kept') setSaved({ id: undo, at: steadyNow(), done });
      return answer;
    });
  };

  return { file, saved, trouble, isBusy, change, back };
};

type PersonDesk = ReturnType<typeof usePerson>;

/** What every part of the page gets. */
export interface PartProps {
  person: PersonFile;
  desk: PersonDesk;
}
