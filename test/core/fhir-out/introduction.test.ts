import { describe, expect, it } from 'vitest';
import { codeSystems } from '../../../core/fhir-out/code-systems.ts';
import { introduction, introductionStatus } from '../../../core/fhir-out/introduction.ts';
import type { IntroductionTold, ParticipantTold, RoundTold } from '../../../core/fhir-out/record.ts';
import { round as roundOf, roundStatus } from '../../../core/fhir-out/round.ts';
import { methods, outcomes, reasons, type Status, statuses } from '../../../core/session/words.ts';
import { codesOf, problemsOf } from '../../support/fhir-validator.ts';
import { idOf, introduced, one, participant, round, session } from './made.ts';

interface Case {
  one?: Partial<IntroductionTold>;
  round?: Partial<RoundTold>;
  participant?: Partial<ParticipantTold>;
}

const told = (of: Case) => ({
  session: session(),
  round: round(of.round),
  one: one(of.one),
  participant: participant(of.participant),
});
const own = codesOf(JSON.parse(JSON.stringify(codeSystems(idOf))));
const written = (of: Case) => {
  const resource = JSON.parse(JSON.stringify(introduction(idOf, told(of))));
  expect(problemsOf(resource, own)).toEqual([]);
  return resource;
};
const given = (status: Status, more: Partial<NonNullable<IntroductionTold['given']>> = {}) => ({
  given: { ...introduced, status, method: null, ...more },
});
const nobody = { given: null, started: null, seconds: null };
const who = { reference: `PractitionerRole/${idOf('participant', 'p-1')}` };
const unknown = { extension: [{ url: expect.stringContaining('data-absent-reason'), valueCode: 'unknown' }] };

describe('where an introduction stands as a record', () => {
  it.each<[string, Case, string]>([
    ['it was recorded', {}, 'final'],
    ['it was put right', { one: { corrected: true } }, 'corrected'],
    ['the round runs', { round: { ended: null } }, 'preliminary'],
    [
      'the round runs and it is not their turn yet',
      { round: { ended: null }, one: { ...nobody, leftOut: null } },
      'registered',
    ],
    ['they were left out', { one: { ...nobody, leftOut: true } }, 'final'],
    [
      'it was taken back and they were left out',
      { one: { ...nobody, leftOut: true, corrected: true } },
      'corrected',
    ],
    ['it was taken back and they had left', { one: { ...nobody, corrected: true } }, 'entered-in-error'],
    ['the patient knew them', { one: nobody, participant: { metBefore: true } }, 'final'],
    ['they came in by mistake', { participant: { mistake: true } }, 'entered-in-error'],
    [
      'they came in by mistake and the round runs',
      { participant: { mistake: true }, round: { ended: null } },
      'entered-in-error',
    ],
  ])('%s', (_, of, status) => {
    expect(introductionStatus(told(of))).toBe(status);
    expect(written(of).status).toBe(status);
  });
});

describe('what became of an introduction', () => {
  it.each(statuses)('%s is its value, and who vouches for it is told only where it is known', (status) => {
    const resource = written({ one: given(status) });
    expect(resource.valueCodeableConcept.coding[0].code).toBe(status);
    expect(resource).not.toHaveProperty('dataAbsentReason');
    expect(resource.focus).toEqual([who]);
    expect(resource.performer).toEqual([unknown]);
  });

  it.each(methods)('%s is how it was recorded; of their own tap or badge they vouch themselves', (method) => {
    const resource = written({ one: given('introduced', { method }) });
    expect(resource.method.coding[0].code).toBe(method);
    expect(resource.performer).toEqual(method === 'attested' ? [unknown] : [who]);
  });

  it.each([...new Set(Object.values(reasons).flat())])(
    '%s is a reason that a code system explains',
    (reason) => {
      const { component } = written({ one: given('absent', { reason }) });
      expect(JSON.stringify(component)).toContain(`CodeSystem/reason","code":"${reason}"`);
    },
  );

  it.each<[string, Case, string]>([
    ['left out', { one: { ...nobody, leftOut: true } }, 'not-performed'],
    ['not to be introduced', { one: { ...nobody, leftOut: false } }, 'not-applicable'],
    ['still to come', { one: { ...nobody, leftOut: null }, round: { ended: null } }, 'temp-unknown'],
    ['not known, of a record of long ago', { one: { ...nobody, leftOut: null } }, 'unknown'],
  ])('where there is none it says why: %s', (_, of, reason) => {
    const resource = written(of);
    expect(resource).not.toHaveProperty('valueCodeableConcept');
    expect(resource.dataAbsentReason.coding[0].code).toBe(reason);
  });
});

describe('a round', () => {
  const whole = (more: Partial<RoundTold>, people = [participant()]) => {
    const resource = JSON.parse(
      JSON.stringify(roundOf(idOf, session({ participants: people }), round(more))),
    );
    expect(problemsOf(resource, own)).toEqual([]);
    return resource;
  };
  const ended = round().ended ?? { at: '', beforeSedation: null };

  it.each(outcomes)('has how it ended for its value: %s', (outcome) => {
    expect(whole({ ended: { ...ended, outcome } }).valueCodeableConcept.coding[0].code).toBe(outcome);
  });

  it('is preliminary while it runs, and says that there is no value yet', () => {
    expect(whole({ ended: null })).toMatchObject({
      status: 'preliminary',
      dataAbsentReason: { coding: [{ code: 'temp-unknown' }] },
    });
    expect(whole({ ended: null, started: null })).toMatchObject({ status: 'registered' });
    expect(whole({ reopened: true })).toMatchObject({ status: 'corrected' });
  });

  it('never was one where everybody in it came in by mistake', () => {
    const mistaken = participant({ mistake: true });
    expect(roundStatus(session({ participants: [mistaken] }), round())).toBe('entered-in-error');
    const other = participant({ id: 'p-2' });
    const two = round({ introductions: [one(), one({ participant: 'p-2' })] });
    expect(roundStatus(session({ participants: [mistaken, other] }), two)).toBe('final');
  });

  it('is performed by those who vouch for themselves, and holds everybody', () => {
    const two = [one(), one({ participant: 'p-2', ...given('absent', { reason: 'scrubbing' }) })];
    const resource = whole({ introductions: two }, [participant(), participant({ id: 'p-2' })]);
    expect(resource.performer).toEqual([who]);
    expect(resource.hasMember).toHaveLength(2);
    expect(whole({ introductions: two.slice(1) }).performer).toEqual([unknown]);
  });

  it('to the patient says whether it was before sedation and whether names were recalled, or that nobody knows', () => {
    const told = (more: Partial<RoundTold>) =>
      Object.fromEntries(
        whole(more).component.map((part: { code: { coding: { code: string }[] } }) => [
          part.code.coding[0]?.code,
          part,
        ]),
      );
    expect(told({ recall: false })).toMatchObject({
      'before-sedation': { valueBoolean: true },
      recall: { valueBoolean: false },
    });
    expect(told({ ended: { ...ended, outcome: 'completed', beforeSedation: null } })).toMatchObject({
      'before-sedation': { dataAbsentReason: { coding: [{ code: 'unknown' }] } },
      recall: { dataAbsentReason: { coding: [{ code: 'not-asked' }] } },
    });
    expect(Object.keys(told({ kind: 'team' }))).not.toContain('recall');
  });
});
