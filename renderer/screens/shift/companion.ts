import type { Choices } from '../../../core/view.ts';

/** Who is to be greeted with the patient, as a key of the cues. */
export const companionIn = ({ withMe }: Pick<Choices, 'withMe'>): NonNullable<Choices['withMe']> =>
  withMe ?? 'nobody';
