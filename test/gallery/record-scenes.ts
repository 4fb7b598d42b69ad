import { type Scene, sheets } from './scene.ts';
import { both, onPaper, press, recordIs, type Touch } from './touches.ts';

const since = '2026-11-22T06:12:00.000+00:00';
const newestBackup = { at: '2026-11-21T03:00:00.000+00:00' };

const bandIsThere: Touch = async (page) => {
  await page.waitForFunction(() => document.documentElement.style.getPropertyValue('--band') !== '');
};

/** A screen of a kiosk that cannot record. */
export const stopped = (name: string): Scene => ({
  name,
  touch: both(recordIs({ state: 'failing', recording: false, since }), bandIsThere),
  only: sheets,
  trouble: true,
});

/** The resting screen of a kiosk whose record somebody should see to. */
const restingWhile = (state: 'low' | 'bad' | 'damaged' | 'missing'): Scene => ({
  name: `resting-${state}`,
  touch: recordIs({ state, since, backup: newestBackup }),
  only: sheets,
  trouble: true,
});

const codeIsThere: Touch = (page) => page.locator('[role="dialog"] svg[role="img"]').waitFor();

/** What the resting screen, the sheet and the printed page say of the record. */
export const ofTheRecord: readonly Scene[] = [
  ...(['low', 'bad', 'damaged', 'missing'] as const).map(restingWhile),
  stopped('resting-stopped'),
  { name: 'kiosk', touch: press('kiosk:name') },
  {
    name: 'kiosk-damaged',
    touch: both(recordIs({ state: 'damaged', since, backup: newestBackup }), press('kiosk:name')),
    only: sheets,
    trouble: true,
  },
  {
    name: 'kiosk-checkpoint',
    touch: both(press('kiosk:name'), press('kiosk:checkpoint.show'), codeIsThere),
  },
  {
    name: 'kiosk-page',
    touch: both(press('kiosk:name'), press('kiosk:checkpoint.print'), onPaper),
    only: /^(?:800x1280|1280x800)-(?:day|night)/u,
  },
];
