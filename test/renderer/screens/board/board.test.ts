import { describe, expect, it } from 'vitest';
import { hasMet } from '../../../../core/session/state.ts';
import { stepIn } from '../../../../renderer/screens/board/last-step.tsx';
import { membersOf } from '../../../../renderer/screens/board/members.ts';
import {
  amara,
  endPatient,
  id,
  introduced,
  kofi,
  kofiMet,
  people,
  session,
  sessionAfter,
  teamRound,
  toPatient,
} from './a-session.ts';

describe('the board', () => {
  it('says who the patient has met, and who not', () => {
    const now = sessionAfter(...toPatient, kofiMet);
    expect([hasMet(now, kofi), hasMet(now, amara)]).toEqual([true, false]);
  });

  it('does not take a word among the team for one with the patient', () => {
    const now = sessionAfter(
      { type: 'open-round', id: teamRound, session, kind: 'team' },
      { type: 'record', id: id(13), session, round: teamRound, participant: kofi, verdict: introduced },
    );
    expect(hasMet(now, kofi)).toBe(false);
  });

  it('keeps those who have left, after those who are here', () => {
    const now = sessionAfter({ type: 'leave', id: id(14), session, participant: kofi });
    expect(membersOf(now, people).map((one) => one.person.id)).toEqual(['amara', 'kofi']);
  });

  it('shows somebody who came back in another role once', () => {
    const now = sessionAfter(
      { type: 'leave', id: id(14), session, participant: kofi },
      { type: 'join', id: id(15), session, person: 'kofi', role: 'surgical-assistant' },
    );
    expect(membersOf(now, people).map((one) => one.participant.left)).toEqual([null, null]);
  });
});

describe('the undo bar', () => {
  it('says what was recorded, and about whom', () => {
    expect(stepIn(sessionAfter(...toPatient, kofiMet), id(11))).toEqual({
      participant: kofi,
      what: 'introduced',
    });
    expect(stepIn(sessionAfter({ type: 'leave', id: id(14), session, participant: kofi }), id(14))).toEqual({
      participant: kofi,
      what: 'left',
    });
    expect(stepIn(sessionAfter(...toPatient, endPatient('stopped')), id(12))).toEqual({
      participant: null,
      what: 'ended',
    });
  });

  it('has a kind word for a patient who said no, or not now', () => {
    expect(stepIn(sessionAfter(...toPatient, endPatient('declined')), id(12))?.what).toBe('refused');
    expect(stepIn(sessionAfter(...toPatient, endPatient('postponed')), id(12))?.what).toBe('postponed');
  });

  it('does not offer back the end of a round while another runs', () => {
    const next = { type: 'open-round', id: id(15), session, kind: 'team', language: 'en' } as const;
    const now = sessionAfter(...toPatient, kofiMet, endPatient('stopped'), next);
    expect(stepIn(now, id(12))).toBeNull();
  });

  it('has nothing to offer once the step was taken back, wherever that was done', () => {
    const now = sessionAfter(...toPatient, kofiMet, { type: 'undo', id: id(16), session, of: id(11) });
    expect(stepIn(now, id(11))).toBeNull();
  });

  it('says who came in, and who handed over; not any more once they were introduced', () => {
    const met = sessionAfter(...toPatient, kofiMet, endPatient('stopped'));
    const bjorn = { type: 'join', id: id(15), session, person: 'bjorn', role: 'surgeon' } as const;
    const said = {
      type: 'record',
      id: id(17),
      session,
      round: id(15),
      participant: id(103),
      verdict: introduced,
    } as const;
    const before = [...toPatient, kofiMet, endPatient('stopped')];
    expect(stepIn(met, id(12))).toEqual({ participant: null, what: 'ended' });
    expect(stepIn(sessionAfter(...before, bjorn), id(15))).toEqual({ participant: id(103), what: 'came' });
    expect(stepIn(sessionAfter(...before, bjorn, said), id(15))).toBeNull();
    expect(stepIn(sessionAfter(...before, { ...bjorn, relieves: kofi }), id(15))).toEqual({
      participant: kofi,
      what: 'handed-over',
    });
    expect(stepIn(met, session)).toBeNull();
  });
});
