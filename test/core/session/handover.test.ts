import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../../../core/session/commands.ts';
import { handsOverTo } from '../../../core/session/handover.ts';
import { personOf, sessionOf, startPlay } from '../support/play.ts';

type Team = Extract<CommandInput, { type: 'open-session' }>['team'];

/** Who hands over to each of those who arrive. */
const pairs = (team: Team, kind: 'shift-change' | 'surgery' = 'shift-change') => {
  const play = startPlay();
  play.tap({
    ...{ type: 'open-session', kind, scheduled: null, urgency: 'elective', interpreter: 'none' },
    team,
  });
  const session = sessionOf(play);
  return session.participants.map((one) => [one.person, personOf(session, handsOverTo(session, one)?.id)]);
};
const nurse = (person: string, part: 'arriving' | 'leaving' | null) => ({
  ...{ person, part },
  role: 'bedside-nurse' as const,
});
const assistant = (person: string, part: 'arriving' | 'leaving') => ({
  ...{ person, part },
  role: 'nursing-assistant' as const,
});

describe('Who hands over', () => {
  it('is whoever leaves in the same role, one for each as far as they go', () => {
    expect(
      pairs([
        assistant('ana', 'leaving'),
        nurse('olena', 'leaving'),
        nurse('thandi', 'leaving'),
        nurse('nadia', 'arriving'),
        nurse('mei', 'arriving'),
        nurse('ida', 'arriving'),
        assistant('jo', 'arriving'),
      ]),
    ).toEqual([
      ['ana', 'nobody'],
      ['olena', 'nobody'],
      ['thandi', 'nobody'],
      ['nadia', 'olena'],
      ['mei', 'thandi'],
      ['ida', 'olena'],
      ['jo', 'ana'],
    ]);
  });

  it('is the first who leaves where nobody leaves in that role, and nobody where nobody leaves', () => {
    expect(pairs([nurse('olena', 'leaving'), assistant('jo', 'arriving')])).toContainEqual(['jo', 'olena']);
    expect(pairs([nurse('nadia', 'arriving'), nurse('sok-ja', null)])).toEqual([
      ['nadia', 'nobody'],
      ['sok-ja', 'nobody'],
    ]);
  });

  it('is nobody in an operation', () => {
    expect(pairs([nurse('olena', 'leaving'), nurse('nadia', 'arriving')], 'surgery')).toContainEqual([
      'nadia',
      'nobody',
    ]);
  });
});
