import type { DeviceView } from '../../core/view.ts';
import { loadWords, spoken } from '../i18n/languages.ts';
import { askView, askWall } from './calls.ts';
import type { LiveSources } from './live.ts';

/** The device as a browser reaches it; the wall is given no more than it shows. */
export const browserSources = (shown: 'kiosk' | 'wall'): LiveSources => ({
  stream: (on) => {
    const events = new EventSource(shown === 'wall' ? '/api/wall/live' : '/api/live');
    events.addEventListener('view', ({ data }: MessageEvent<string>) => {
      // The device writes this line from a DeviceView; both are built together.
      on.view(JSON.parse(data) as DeviceView);
    });
    events.addEventListener('beat', on.beat);
    events.addEventListener('error', on.dropped);
    return () => events.close();
  },
  ask: shown === 'wall' ? askWall : askView,
  // Nobody sees a screen in one language that turns into another.
  ready: ({ language, choices }) => {
    const coming = [language, choices.language].flatMap((tag) => loadWords(spoken(tag)) ?? []);
    return coming.length === 0 ? null : Promise.all(coming);
  },
  later: (ms, run) => {
    const timer = window.setTimeout(run, ms);
    return () => window.clearTimeout(timer);
  },
});
