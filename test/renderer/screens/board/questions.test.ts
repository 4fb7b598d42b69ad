import { describe, expect, it } from 'vitest';
import { withQuestion } from '../../../../core/questions.ts';
import type { Session } from '../../../../core/session/state.ts';
import { interpreting } from '../../../../renderer/screens/board/interpreting.ts';
import { membersOf } from '../../../../renderer/screens/board/members.ts';
import { waitingQuestions } from '../../../../renderer/screens/board/questions.ts';
import { likeliestRelief, relievableBy } from '../../../../renderer/screens/board/relief.ts';
import { amara, card, id, kofi, people, session, sessionAfter } from './a-session.ts';

const bjorn = id(103);
const bjornTakesOver = {
  ...({ type: 'join', id: id(15), session, person: 'bjorn', role: 'surgeon' } as const),
  relieves: kofi,
};

describe('the questions of the patient', () => {
  it('wait in their order until somebody ticked them off, and wait again where that was wrong', () => {
    const choices = { questions: [amara, kofi], answered: [] as string[] };
    const now = sessionAfter();
    const waiting = (done: string[]) =>
      waitingQuestions({ ...choices, answered: done }, now).map(({ asked }) => asked);
    expect(waiting([])).toEqual([amara, kofi]);
    const ticked = withQuestion(choices, amara, 'answered');
    expect(waiting(ticked.answered)).toEqual([kofi]);
    expect(withQuestion(ticked, amara, 'answered').answered).toEqual([amara]);
    expect(waiting(withQuestion(ticked, amara, 'asked').answered)).toEqual([amara, kofi]);
  });

  it('go to whoever took over, for as long as the one who was asked is gone', () => {
    const choices = { questions: [kofi], answered: [] };
    const gone = sessionAfter(bjornTakesOver);
    expect(waitingQuestions(choices, gone)).toEqual([{ asked: kofi, answers: bjorn }]);
    const back = sessionAfter(bjornTakesOver, { type: 'return', id: id(16), session, participant: kofi });
    expect(waitingQuestions(choices, back)).toEqual([{ asked: kofi, answers: kofi }]);
  });

  it('wait for somebody who has left without handing over, too, and for nobody who is not in the session', () => {
    const left = sessionAfter({ type: 'leave', id: id(14), session, participant: kofi });
    expect(waitingQuestions({ questions: [kofi, id(999)], answered: [] }, left)).toEqual([
      { asked: kofi, answers: kofi },
    ]);
  });

  it('end where two have handed over to each other', () => {
    const now = sessionAfter(
      { type: 'leave', id: id(14), session, participant: kofi, to: amara },
      { type: 'return', id: id(15), session, participant: kofi },
      { type: 'leave', id: id(16), session, participant: amara, to: kofi },
      { type: 'leave', id: id(17), session, participant: kofi },
    );
    expect(waitingQuestions({ questions: [amara], answered: [] }, now)).toHaveLength(1);
  });
});

describe('who takes over', () => {
  it('is likeliest somebody who does the same, then somebody of the same family, each as they were found', () => {
    const found = (
      [
        ['tom', 'medical-student'],
        ['linh', 'nurse-anesthetist'],
        ['mei', 'perfusionist'],
        ['bjorn', 'anesthesiologist'],
        ['rosa', 'anesthesia-technician'],
      ] as const
    ).map(([person, role]) => ({ ...card(person), role }));
    expect(likeliestRelief('anesthesiologist', found).map((one) => one.id)).toEqual([
      ...['bjorn', 'linh', 'rosa', 'tom', 'mei'],
    ]);
  });

  it('takes over from somebody of the same role who is here; a student from nobody', () => {
    const join = (person: string, role: 'surgeon' | 'chaplain' | 'medical-student') =>
      ({ type: 'join', id: id(15), session, person, role }) as const;
    const relieved = (person: string, role: 'surgeon' | 'chaplain' | 'medical-student') =>
      relievableBy(sessionAfter(join(person, role)), bjorn).map((one) => one.id);
    expect(relieved('bjorn', 'surgeon')).toEqual([kofi]);
    expect(relieved('bjorn', 'chaplain')).toEqual([]);
    expect(relieved('tom', 'medical-student')).toEqual([]);
    const gone = sessionAfter(
      { type: 'leave', id: id(14), session, participant: kofi },
      join('bjorn', 'surgeon'),
    );
    expect(relievableBy(gone, bjorn)).toEqual([]);
  });

  it('stands on the board, and the one who handed over after them; whoever came by mistake does not', () => {
    const everybody = { ...people, bjorn: card('bjorn') };
    const now = sessionAfter(bjornTakesOver);
    expect(membersOf(now, everybody).map((one) => one.person.id)).toEqual(['amara', 'bjorn', 'kofi']);
    const undone = sessionAfter(bjornTakesOver, { type: 'undo', id: id(16), session, of: id(15) });
    expect(membersOf(undone, everybody).map((one) => one.person.id)).toEqual(['kofi', 'amara']);
  });
});

describe('an interpreter', () => {
  const sessionWith = (interpreter: Session['interpreter'], comes = false): Session =>
    sessionAfter(
      { type: 'change-session', id: id(14), session, urgency: 'elective', interpreter },
      ...(comes
        ? [{ type: 'join', id: id(15), session, person: 'fatima', role: 'interpreter' } as const]
        : []),
    );

  it.each(['waiting', 'remote', 'in-person'] as const)(
    'who is %s is told, unless they are of the team',
    (how) => {
      expect(interpreting(sessionWith(how))).toBe(how);
      expect(interpreting(sessionWith(how, true))).toBeNull();
    },
  );

  it('whom nobody needs is not told', () => expect(interpreting(sessionWith('none'))).toBeNull());
});
