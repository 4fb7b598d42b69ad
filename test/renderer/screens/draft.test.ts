import { describe, expect, it } from 'vitest';
import type { RoleId } from '../../../core/roles.ts';
import type { PersonCard, Scheduled } from '../../../core/view.ts';
import { changeDraft, type DraftChange, emptyDraft, inOrder } from '../../../renderer/screens/start/draft.ts';

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

const draftAfter = (...changes: DraftChange[]) => changes.reduce(changeDraft, emptyDraft);
const orderOf = (...changes: DraftChange[]) => inOrder(draftAfter(...changes), people).map((one) => one.id);

describe('the start screen', () => {
  it('takes team, roles, kind and urgency from one touch on the schedule', () => {
    const draft = draftAfter({ type: 'scheduled', scheduled: morning });
    expect(draft.team).toEqual(morning.team);
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
    expect(draft.team).toEqual([{ person: 'tom', role: 'nursing-student' }]);
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

  it('begins with nobody, and nothing left over from the time before', () => {
    expect(draftAfter({ type: 'scheduled', scheduled: morning }, { type: 'begin' })).toEqual(emptyDraft);
  });
});
