import { few, type Scene, seenByAll, sheets } from './scene.ts';
import { both, dismiss, pick, press, reload, sees, type Touch } from './touches.ts';

const seesText =
  (key: string): Touch =>
  (page, kiosk) =>
    page.getByText(kiosk.says(key)).first().waitFor();

const openCard = both(press('card:title'), sees(/Linh/u), pick(/^Linh/u), seesText('card:section.name'));

/** Scrolls to the first thing that begins with this text. */
const scrollTo =
  (key: string): Touch =>
  (page, kiosk) =>
    page.getByText(kiosk.says(key)).first().scrollIntoViewIfNeeded();

const large =
  (size: 'large' | 'usual'): Touch =>
  (page) =>
    page.evaluate((to) => {
      document.documentElement.dataset.text = to;
    }, size);

const leftHand: Touch = (page) =>
  page.evaluate(() => {
    document.documentElement.dataset.hand = 'left';
  });

/** A team member’s own card, and the box for what does not work. */
export const ofTheCard: readonly Scene[] = [
  { name: 'my-card-who', touch: both(press('card:title'), sees(/Linh/u)), after: reload },
  {
    name: 'my-card-pin-way',
    touch: both(press('card:title'), press('card:who.pin')),
    after: reload,
    only: sheets,
  },
  { name: 'my-card', touch: openCard, after: reload },
  { name: 'my-card-left', touch: both(openCard, leftHand), after: reload, only: few },
  {
    name: 'my-card-large',
    touch: both(openCard, large('large')),
    after: reload,
    only: seenByAll,
    scrolls: true,
  },
  {
    name: 'my-card-end',
    touch: both(openCard, scrollTo('card:section.pin')),
    after: reload,
    only: seenByAll,
  },
  {
    name: 'my-card-languages',
    touch: both(openCard, press('card:change')),
    after: both(dismiss, reload),
    only: sheets,
  },
  {
    name: 'my-card-photo',
    touch: both(openCard, press('card:photo.new')),
    after: both(dismiss, reload),
    only: sheets,
  },
  {
    name: 'my-card-pin',
    touch: both(openCard, press('card:pin.choose')),
    after: both(dismiss, reload),
    only: sheets,
  },
  {
    name: 'suggestions',
    touch: press('suggestions:title'),
    after: both(dismiss, reload),
    only: sheets,
  },
];
