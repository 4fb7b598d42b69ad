import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../../../renderer/screens/patient/steps-of.ts';
import { personOf, sessionOf } from '../../../core/support/play.ts';
import { lastRound, leave, participant, patientRound, say, surgery } from '../../../core/support/surgery.ts';

describe('The steps of a patient round', () => {
  const steps = (play: ReturnType<typeof surgery>, shown: string) =>
    stepsOf(sessionOf(play), lastRound(play), participant(play, shown)).map((one) =>
      personOf(sessionOf(play), one.participant),
    );

  it('are all who are here', () => {
    const play = surgery();
    patientRound(play);
    expect(steps(play, 'kofi')).toEqual(['kofi', 'amara', 'linh', 'tom']);
  });

  it('leave out whom the patient knows from before, unless their card is up', () => {
    const play = surgery();
    play.recognise(participant(play, 'amara'));
    patientRound(play);
    expect(steps(play, 'kofi')).toEqual(['kofi', 'linh', 'tom']);
    expect(steps(play, 'amara')).toEqual(['kofi', 'amara', 'linh', 'tom']);
  });

  it('leave out who left, but not whom the patient met', () => {
    const play = surgery();
    patientRound(play);
    say(play, 'kofi');
    leave(play, 'kofi');
    leave(play, 'linh');
    expect(steps(play, 'amara')).toEqual(['kofi', 'amara', 'tom']);
  });
});
