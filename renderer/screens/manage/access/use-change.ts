import { useCallback, useState } from 'react';
import type { As } from '../../../device/manage/access.ts';
import type { HolderCard } from '../../../device/manage/holders.ts';
import { NotDone, useManager } from '../manager.ts';

/** Why access was not changed, for the words of it; `other` for what this screen does not let happen. */
const accessProblems = ['not-yourself', 'last-one', 'pin-needed', 'no-answer', 'other'] as const;
export type AccessProblem = (typeof accessProblems)[number];

interface Said {
  status: number;
  json(): Promise<unknown>;
}

/** Changes who has access; true once the device did, false where it did not or the PIN was not given once more. The id makes a second asking count once. */
export type Change = (question: (as: As, id: string) => Promise<Said>) => Promise<boolean>;

export const useChange = (put: (people: HolderCard[]) => void) => {
  const { ask } = useManager();
  const [problem, setProblem] = useState<AccessProblem | null>(null);
  const forget = useCallback(() => setProblem(null), []);
  const change: Change = useCallback(
    async (question) => {
      setProblem(null);
      const id = crypto.randomUUID();
      try {
        const answer = await ask((as) => question(as, id));
        const said = (await answer.json()) as { people?: HolderCard[]; problem?: string };
        if (said.people !== undefined) {
          put(said.people);
          return true;
        }
        setProblem(accessProblems.find((one) => one === said.problem) ?? 'other');
      } catch (failed) {
        if (failed instanceof NotDone && failed.why !== 'no-answer') return false;
        setProblem('no-answer');
      }
      return false;
    },
    [ask, put],
  );
  return { change, problem, forget };
};
