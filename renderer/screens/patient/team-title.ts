import type { Choices } from '../../../core/view.ts';

/** What the whole team on one screen is called, as a key of `patient`. */
export type TeamTitle = 'team' | 'teamFor' | 'teamHere' | 'known' | 'knownNamed' | 'knownFor' | 'yourTeam';

/**
 * `meeting`: somebody is still to be met, or the team is only shown. `met`: everybody was. `some`: somebody was not
 * here, or not now. Said to the patient, or, where somebody answers for them, about them.
 */
export const teamTitle = (
  state: 'meeting' | 'met' | 'some',
  { answers, callMe }: Pick<Choices, 'answers' | 'callMe'>,
): TeamTitle => {
  const named = callMe !== null;
  if (answers === 'self') {
    if (state === 'meeting') return 'team';
    if (state === 'some') return 'yourTeam';
    return named ? 'knownNamed' : 'known';
  }
  if (!named) return 'teamHere';
  return state === 'met' ? 'knownFor' : 'teamFor';
};
