import { describe, expect, it } from 'vitest';
import type { RoleId } from '../../../core/roles.ts';
import type { PersonCard, Scheduled } from '../../../core/view.ts';
import {
  changeDraft,
  type Draft,
  type DraftChange,
  emptyDraft,
  inOrder,
} from '../../../renderer/screens/start/draft.ts';
import { nearest, partAfter, teamOf } from '../../../renderer/screens/start/turnover.ts';

const person = (id: string, role: RoleId): PersonCard => ({
  ...{ id, first: id, rest: '', sayIt: null, pronouns: null, gender: 'neutral', credentials: null, role },
  ...{ languages: [], line: null, photo: null, maskedPhoto: null, nameSound: null, visitor: false },
});
const amara = person('amara', 'anesthesiologist');
const kofi = person('kofi', 'surgeon');
const tom = person('tom', 'medical-student');
const people = [amara, kofi, tom];

const morning: Scheduled = {
  ...{ id: 'first-case', time: '08:30', kind: 'surgery', urgency: 'urgent', lead: 'kofi', held: false },
  team: [
    { person: 'kofi', role: 'surgeon' },
    { person: 'tom', role: 'surgical-assistant' },
  ],
};

const evening: Scheduled = {
  ...{ id: 'evening', time: '19:00', kind: 'shift-change', urgency: 'elective', lead: null, held: false },
  team: [
    { person: 'kofi', role: 'surgeon', part: 'arriving' },
    { person: 'tom', role: 'medical-student' },
  ],
};
const lastTeam = [{ person: 'amara', role: 'anesthesiologist' }] as const;

const partsOf = ({ team }: Draft) => Object.fromEntries(team.map(({ person, part }) => [person, part]));
const draftAfter = (...changes: DraftChange[]) => changes.reduce(changeDraft, emptyDraft);
const orderOf = (...changes: DraftChange[]) => inOrder(draftAfter(...changes), people).map((one) => one.id);

describe('the start screen', () => {
  it('takes team, roles, kind and urgency from one touch on the schedule', () => {
    const draft = draftAfter({ type: 'scheduled', scheduled: morning });
    expect(draft.team.map(({ person, role }) => ({ person, role }))).toEqual(morning.team);
    expect([draft.kind, draft.urgency, draft.from]).toEqual([
      'surgery',
      'urgent',
      { scheduled: 'first-case' },
    ]);
  });

  it('shows the team of a card first, and leaves faces where they are when they are touched', () => {
    expect(orderOf({ type: 'scheduled', scheduled: morning })).toEqual(['kofi', 'tom', 'amara']);
    expect(orderOf({ type: 'toggle', person: tom })).toEqual(['amara', 'kofi', 'tom']);
  });

  it('gives a person the role they usually have, and another one for today', () => {
    const draft = draftAfter(
      { type: 'toggle', person: tom },
      { type: 'role', person: 'tom', role: 'nursing-student' },
    );
    expect(draft.team).toEqual([{ person: 'tom', role: 'nursing-student', part: 'arriving' }]);
  });

  it('adds somebody once, however often their badge is read, and shows them first', () => {
    const visitor = person('visitor', 'chaplain');
    const twice: DraftChange[] = [
      { type: 'add', person: visitor },
      { type: 'add', person: visitor },
    ];
    expect(draftAfter(...twice).team).toHaveLength(1);
    expect(orderOf(...twice)).toEqual(['visitor', 'amara', 'kofi', 'tom']);
  });

  it('lets somebody go at a second touch', () => {
    expect(draftAfter({ type: 'toggle', person: tom }, { type: 'toggle', person: tom }).team).toEqual([]);
  });

  it('keeps a chosen card chosen at another touch, with whomever was added since', () => {
    const again: DraftChange = { type: 'scheduled', scheduled: morning };
    const draft = draftAfter(again, { type: 'toggle', person: amara }, again);
    expect(draft.from).toEqual({ scheduled: 'first-case' });
    expect(draft.team.map((one) => one.person)).toEqual(['kofi', 'tom', 'amara']);
  });

  it('keeps whoever came by badge when the schedule is touched after', () => {
    const draft = draftAfter({ type: 'add', person: amara }, { type: 'scheduled', scheduled: morning });
    expect(draft.team.map((one) => one.person)).toEqual(['kofi', 'tom', 'amara']);
  });

  it('has what is on now chosen from the start, but never over what was chosen by hand', () => {
    const suggest: DraftChange = { type: 'suggest', scheduled: morning, here: [] };
    expect(draftAfter(suggest).team.map((one) => one.person)).toEqual(['kofi', 'tom']);
    expect(draftAfter({ type: 'add', person: amara }, suggest).team.map((one) => one.person)).toEqual([
      'amara',
    ]);
    expect(draftAfter({ type: 'blank' }, suggest).from).toBe('blank');
  });

  it('lets the next shift take over: those who are here leave, and whoever is added arrives', () => {
    const next: DraftChange = { type: 'next', session: 's', team: lastTeam, people: [amara] };
    const draft = draftAfter(next, { type: 'add', person: tom });
    expect([draft.kind, draft.next?.session]).toEqual(['shift-change', 's']);
    expect(partsOf(draft)).toEqual({ amara: 'leaving', tom: 'arriving' });
    expect(partsOf(draftAfter(next, { type: 'suggest', scheduled: evening, here: ['amara'] }))).toEqual({
      kofi: 'arriving',
      tom: null,
      amara: 'leaving',
    });
  });

  it('takes who comes and who goes from the schedule, shown in that order, and lets it be changed', () => {
    const draft = draftAfter({ type: 'scheduled', scheduled: evening });
    expect(partsOf(draft)).toEqual({ kofi: 'arriving', tom: null });
    expect(
      draftAfter({
        ...{ type: 'scheduled', here: ['kofi'] },
        scheduled: { ...morning, kind: 'shift-change' },
      }).first,
    ).toEqual(['tom', 'kofi']);
    expect(
      partsOf(
        draftAfter(
          { type: 'scheduled', scheduled: evening },
          { type: 'part', person: 'kofi', part: partAfter('arriving') },
        ),
      ),
    ).toEqual({ kofi: 'leaving', tom: null });
  });

  it('takes the team that was here last for those who leave', () => {
    expect(
      partsOf(draftAfter({ type: 'last-team', team: lastTeam }, { type: 'toggle', person: tom })),
    ).toEqual({ amara: 'leaving', tom: 'arriving' });
  });

  it('begins with nobody, and nothing left over from the time before', () => {
    expect(draftAfter({ type: 'scheduled', scheduled: morning }, { type: 'begin' })).toEqual(emptyDraft);
  });
});

describe('what is on now', () => {
  const at = (time: string, held = false): Scheduled => ({ ...morning, id: time, time, held });
  const day = [at('07:30', true), at('08:30'), at('11:15'), { ...evening, time: '10:00' }];
  const now = (time: string, kind: 'surgery' | 'shift-change' | null = null) =>
    nearest(day, new Date(`2026-11-22T${time}`), kind)?.id ?? null;

  it.each([
    ['06:30', '08:30'],
    ['06:29', null],
    ['07:30', '08:30'],
    ['09:10', '08:30'],
    ['09:20', 'evening'],
    ['10:40', '11:15'],
    ['13:15', '11:15'],
    ['13:16', null],
  ])('at %s is %s: the nearest within two hours that was not held', (time, id) => {
    expect(now(time)).toBe(id);
  });

  it('is, of two as near, the one that comes', () => {
    expect(now('09:15')).toBe('evening');
  });

  it('is, for whoever is shown around at any hour, the surgery with the nearest card', () => {
    const shown = (time: string) =>
      nearest(day, new Date(`2026-11-22T${time}`), 'surgery', Number.POSITIVE_INFINITY)?.id;
    expect([shown('02:00'), shown('10:00'), shown('22:00')]).toEqual(['08:30', '11:15', '11:15']);
  });

  it('is a shift change for the next shift', () => {
    expect(now('08:30', 'shift-change')).toBe('evening');
    expect(now('12:30', 'shift-change')).toBeNull();
  });
});

describe('who comes and who goes', () => {
  it('is as scheduled; where nothing is said, those leave who were here', () => {
    expect(teamOf(evening, ['kofi', 'tom'], []).map((one) => one.part)).toEqual(['arriving', null]);
    expect(teamOf(morning, ['kofi'], []).map((one) => one.part)).toEqual(['leaving', 'arriving']);
  });

  it('goes round: arrives, leaves, stays on', () => {
    expect(partAfter('arriving')).toBe('leaving');
    expect(partAfter('leaving')).toBeNull();
    expect(partAfter(null)).toBe('arriving');
  });
});
