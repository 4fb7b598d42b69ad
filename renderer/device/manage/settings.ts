import type { SettingsChange } from '../../../core/settings/view.ts';
import { device } from '../client.ts';
import type { As } from './access.ts';

export const askSettings = (as: As) => device.manage.settings.$get({}, as);

/** Changes settings; the id makes a second asking count once. */
export const changeSettings = (as: As, json: { id: string; change: SettingsChange }) =>
  device.manage.settings.$post({ json }, as);
