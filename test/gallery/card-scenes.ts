import { few, type Scene, sheets } from './scene.ts';
import { both, inTwice, leftHanded, pick, press, sees, type Touch } from './touches.ts';

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

/** A team member’s own card, and the box for what does not work. */
export const ofTheCard: readonly Scene[] = [
  { name: 'my-card-who', touch: both(press('card:title'), sees(/Linh/u)) },
  {
    name: 'my-card-pin-way',
    touch: both(press('card:title'), press('card:who.pin')),
    only: sheets,
  },
  { name: 'my-card', touch: openCard },
  { name: 'my-card-left', touch: both(openCard, leftHanded), only: few },
  {
    name: 'my-card-large',
    touch: both(openCard, inTwice),
    scrolls: true,
  },
  {
    name: 'my-card-end',
    eachWindow: true,
    touch: both(openCard, scrollTo('card:section.pin')),
  },
  {
    name: 'my-card-languages',
    touch: both(openCard, press('card:change')),
    only: sheets,
  },
  {
    name: 'my-card-photo',
    touch: both(openCard, press('card:photo.new')),
    only: sheets,
  },
  {
    name: 'my-card-pin',
    touch: both(openCard, press('card:pin.choose')),
    only: sheets,
  },
  {
    name: 'suggestions',
    touch: press('suggestions:title'),
    only: sheets,
  },
];
