import type { Choices } from '../../../core/view.ts';

/** The lines of the cue for whoever introduces themselves, as keys of `patient:cue`, in the order they are said. */
export interface Cue {
  first: 'ask' | 'askNamed' | 'child' | 'childNamed' | 'other' | 'otherNamed';
  /** Who else is there to be greeted. */
  greet: 'family' | 'friend' | 'someone' | null;
}

/** What the patient chose, as far as the speaker should know it: their name, who answers, who is with them. */
export const cueFor = ({ callMe, answers, withMe }: Pick<Choices, 'callMe' | 'answers' | 'withMe'>): Cue => {
  const base = answers === 'parent' ? 'child' : answers === 'proxy' ? 'other' : 'ask';
  return {
    first: callMe === null ? base : `${base}Named`,
    // The cue for a child or for somebody who cannot answer speaks of whoever is with them already.
    greet: withMe === null || withMe === 'nobody' || answers !== 'self' ? null : withMe,
  };
};
