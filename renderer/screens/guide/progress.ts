import type { GuideStep } from './guide-step.ts';

/** `near`: all that is left is to end the session. `over`: it was ended, and a whole surgery lies behind. */
export type Progress = 'off' | 'on' | 'near' | 'over';

/** How far somebody is who followed until now and is told this. Ended early, the surgery begins again. */
export const progressAfter = (progress: Progress, says: GuideStep['says']): Progress => {
  if (progress === 'off' || says === 'myCard') return progress;
  if (says === 'end') return 'near';
  if (says === 'begin' || says === 'over') return progress === 'on' ? 'on' : 'over';
  return 'on';
};
