import { describe, expect, it } from 'vitest';
import { questionFor, withQuestion } from '../../../../core/questions.ts';
import { type Choices, choicesChange, noChoices } from '../../../../core/view.ts';
import { cueFor } from '../../../../renderer/screens/patient/cue.ts';
import { teamTitle } from '../../../../renderer/screens/patient/team-title.ts';
import { laterFrom, withOffset } from '../../../../renderer/screens/welcome/later.ts';
import { wordingFor } from '../../../../renderer/screens/welcome/wording.ts';

describe('The cue for whoever introduces themselves', () => {
  const cue = (change: Partial<Choices>) => cueFor({ ...noChoices, ...change });

  it('says the name that the patient wants to be called', () => {
    expect(cue({})).toEqual({ first: 'ask', greet: null });
    expect(cue({ callMe: 'María' })).toEqual({ first: 'askNamed', greet: null });
  });

  it('greets who is there, and nobody where nobody is', () => {
    for (const withMe of ['family', 'friend', 'someone'] as const)
      expect(cue({ withMe })).toEqual({ first: 'ask', greet: withMe });
    expect(cue({ withMe: 'nobody' }).greet).toBeNull();
  });

  it('speaks to a child and to the family, and does not greet them twice', () => {
    expect(cue({ answers: 'parent', callMe: 'Leo', withMe: 'family' })).toEqual({
      first: 'childNamed',
      greet: null,
    });
    expect(cue({ answers: 'proxy' })).toEqual({ first: 'other', greet: null });
  });
});

describe('A question for somebody', () => {
  const none = { questions: ['b'], answered: ['b'] };

  it('is asked, answered and taken back without touching the others', () => {
    expect(questionFor(none, 'a')).toBe('none');
    const asked = { ...none, ...withQuestion(none, 'a', 'asked') };
    expect(questionFor(asked, 'a')).toBe('asked');
    const answered = { ...asked, ...withQuestion(asked, 'a', 'answered') };
    expect(questionFor(answered, 'a')).toBe('answered');
    expect(questionFor(answered, 'b')).toBe('answered');
    expect(withQuestion(answered, 'a', 'none')).toEqual({ questions: ['b'], answered: ['b'] });
  });

  it('stands open again when it is asked again', () => {
    expect(withQuestion({ questions: ['a'], answered: ['a'] }, 'a', 'asked')).toEqual({
      questions: ['a'],
      answered: [],
    });
  });
});

describe('What the whole team is called', () => {
  it('speaks to the patient, by name once everybody was met', () => {
    expect(teamTitle('meeting', { answers: 'self', callMe: 'Ana' })).toBe('team');
    expect(teamTitle('met', { answers: 'self', callMe: null })).toBe('known');
    expect(teamTitle('met', { answers: 'self', callMe: 'Ana' })).toBe('knownNamed');
    expect(teamTitle('some', { answers: 'self', callMe: 'Ana' })).toBe('yourTeam');
  });

  it('speaks about the patient to whoever answers for them', () => {
    expect(teamTitle('meeting', { answers: 'parent', callMe: 'Leo' })).toBe('teamFor');
    expect(teamTitle('met', { answers: 'proxy', callMe: 'Leo' })).toBe('knownFor');
    expect(teamTitle('met', { answers: 'parent', callMe: null })).toBe('teamHere');
  });

  it('asks a parent for the name of the child', () => {
    expect(wordingFor('parent').name).toBe('callChild');
    expect(wordingFor('self')).toEqual({ lead: 'lead', name: 'callMe', meet: 'meet', company: 'withMe' });
  });
});

describe('“Not now”', () => {
  const now = new Date('2026-03-02T23:55:30Z');

  it('keeps the wish, and the moment where it names one', () => {
    const { at } = laterFrom('soon', now);
    expect(Date.parse(at ?? '')).toBe(Date.parse('2026-03-03T00:05:30Z'));
    expect(Date.parse(laterFrom('in-an-hour', now).at ?? '')).toBe(Date.parse('2026-03-03T00:55:30Z'));
    expect(laterFrom('with-company', now)).toEqual({ wish: 'with-company', at: null });
    expect(laterFrom('when-i-ask', now)).toEqual({ wish: 'when-i-ask', at: null });
  });

  it('is kept by the device, in whatever zone it stands', () => {
    for (const wish of ['soon', 'in-an-hour', 'with-company', 'when-i-ask'] as const)
      expect(choicesChange.safeParse({ later: laterFrom(wish, now) }).success).toBe(true);
    const inZone = (offset: number) => {
      const moment = new Date(now);
      moment.getTimezoneOffset = () => offset;
      return withOffset(moment);
    };
    expect(inZone(0)).toBe('2026-03-02T23:55:30+00:00');
    expect(inZone(-330)).toBe('2026-03-03T05:25:30+05:30');
    expect(inZone(210)).toBe('2026-03-02T20:25:30-03:30');
  });
});
