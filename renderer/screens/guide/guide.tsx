import type { Stage } from '../../../core/session/stage.ts';
import type { DeviceView } from '../../../core/view.ts';

/** Where somebody is who follows the guide. */
export type Where = 'resting' | 'start' | 'my-card' | Stage['at'];

interface GuideProps {
  view: DeviceView;
  where: Where;
}

/** Two minutes with the demo team: on every screen, a sentence on what to touch next. */
export const Guide = (_: GuideProps) => null;
