import { type Scene, sheets } from './scene.ts';
import { both, dismiss, press, recordIs, recordIsAsItIs, type Touch } from './touches.ts';

const byDayAndNight = /^(?:1280x800|1024x768)-(?:day|night)-(?:en|ar)|^800x1280-day-(?:en|ar)/u;
const since = '2026-11-22T06:12:00.000+00:00';
const newestBackup = { at: '2026-11-21T03:00:00.000+00:00' };

const bandIsThere: Touch = async (page) => {
  await page.waitForFunction(() => document.documentElement.style.getPropertyValue('--band') !== '');
};

/** A screen of a kiosk that cannot record. */
export const stopped = (name: string): Scene => ({
  name,
  touch: both(recordIs({ state: 'failing', recording: false, since }), bandIsThere),
  after: recordIsAsItIs,
  only: byDayAndNight,
  trouble: true,
});

/** The resting screen of a kiosk whose record somebody should see to. */
const restingWhile = (state: 'low' | 'bad' | 'damaged' | 'missing'): Scene => ({
  name: `resting-${state}`,
  touch: recordIs({ state, since, backup: newestBackup }),
  after: recordIsAsItIs,
  only: byDayAndNight,
  trouble: true,
});

const codeIsThere: Touch = (page) => page.locator('[role="dialog"] svg[role="img"]').waitFor();

/** What the sheet prints, on paper as wide as the window, without its margins. */
const onPaper: Touch = async (page) => {
  await page.locator('article').waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
};

/** What the resting screen, the sheet and the printed page say of the record. */
export const ofTheRecord: readonly Scene[] = [
  ...(['low', 'bad', 'damaged', 'missing'] as const).map(restingWhile),
  stopped('resting-stopped'),
  { name: 'kiosk', touch: press('kiosk:name'), after: dismiss },
  {
    name: 'kiosk-damaged',
    touch: both(recordIs({ state: 'damaged', since, backup: newestBackup }), press('kiosk:name')),
    after: recordIsAsItIs,
    only: sheets,
    trouble: true,
  },
  {
    name: 'kiosk-checkpoint',
    touch: both(press('kiosk:name'), press('kiosk:checkpoint.show'), codeIsThere),
    after: dismiss,
  },
  {
    name: 'kiosk-page',
    touch: both(press('kiosk:name'), press('kiosk:checkpoint.print'), onPaper),
    // By its button: what is not printed cannot keep the focus, and Escape is heard only where that is.
    after: both((page) => page.emulateMedia({ media: null }), press('kiosk:close')),
    only: /^(?:800x1280|1280x800)-(?:day|night)/u,
  },
];
