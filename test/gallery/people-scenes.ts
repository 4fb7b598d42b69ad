import { randomUUID } from 'node:crypto';
import { few, type Scene, sheets } from './scene.ts';
import { amaraManages, pin } from './sessions-scenes.ts';
import { both, press, type Touch, type } from './touches.ts';

/** Kofi is typed in a second time, unless he was. */
const kofiTwice: Touch = (page) =>
  page.evaluate(
    async (body) => {
      const { people } = await (await fetch('/api/people?q=kofi')).json();
      const headers = { 'content-type': 'application/json' };
      if (people.length < 2) await fetch('/api/visitors', { method: 'POST', headers, body });
    },
    JSON.stringify({ id: randomUUID(), name: 'Kofi Mensah', role: 'surgeon', sure: true }),
  );

/** Signs her in, goes to a section, and gives the PIN once more where it is asked for. */
export const inSection = (section: 'people' | 'imports' | 'schedule'): Touch =>
  both(
    amaraManages,
    press('kiosk:name'),
    press('manage:open'),
    type('manage:name', 'Amara Okafor'),
    type('manage:pin', pin),
    press('manage:signIn.open'),
    (page, kiosk) => page.getByRole('navigation', { name: kiosk.says('manage:nav') }).waitFor(),
    async (page, kiosk) => {
      const nav = page.getByRole('navigation', { name: kiosk.says('manage:nav') });
      await nav.getByRole('button', { name: kiosk.says(`manage:sections.${section}`), exact: true }).click();
      if (section === 'schedule') return page.locator('main table').first().waitFor();
      const again = page.getByRole('dialog').getByLabel(kiosk.says('manage:pin'), { exact: true });
      await again.fill(pin);
      await again.press('Enter');
      await page.locator(section === 'people' ? 'main table' : '#past').waitFor();
    },
  );
const inPeople: Touch = both(kofiTwice, inSection('people'));

/** The one of the team: the other one, a visitor, stands by his first name. */
const kofi: Touch = async (page, kiosk) => {
  await page.getByRole('rowheader').getByRole('button', { name: /Kofi/u }).last().click();
  await page.getByRole('heading', { name: kiosk.says('people:section.list') }).waitFor();
};
const suspects: Touch = async (page, kiosk) => {
  const nav = page.getByRole('navigation', { name: kiosk.says('people:lookAfter'), exact: true });
  await nav.getByRole('button').first().click();
  await page.getByRole('button', { name: kiosk.says('people:lookAtBoth') }).waitFor();
};
const pair = both(suspects, press('people:lookAtBoth'), async (page, kiosk) => {
  await page
    .getByRole('button', { name: kiosk.says('people:pair.keep') })
    .first()
    .click();
});

/** The list of people, as whoever manages it sees it. The browser complains where the PIN is wanted once more. */
export const ofPeople: readonly Scene[] = [
  { name: 'people', touch: inPeople, scrolls: true, trouble: true },
  { name: 'people-one', touch: both(inPeople, kofi), scrolls: true, trouble: true },
  {
    name: 'people-badge',
    touch: both(inPeople, kofi, press('people:badge.give')),
    only: sheets,
    trouble: true,
  },
  {
    name: 'people-left',
    touch: both(inPeople, kofi, press('people:retire.button')),
    only: sheets,
    trouble: true,
  },
  { name: 'people-suspects', touch: both(inPeople, suspects), only: few, trouble: true },
  { name: 'people-pair', touch: both(inPeople, pair), scrolls: true, trouble: true },
  { name: 'people-photo', touch: both(inPeople, kofi, press('people:photo.new')), only: few, trouble: true },
  {
    name: 'people-nobody',
    touch: both(inPeople, type('people:find', 'zzz'), (page, kiosk) =>
      page.getByText(kiosk.says('people:nobodyFound')).waitFor(),
    ),
    ...{ only: few, trouble: true },
  },
  { name: 'people-add', touch: both(inPeople, press('people:add')), only: sheets, trouble: true },
  { name: 'people-changes', touch: both(inPeople, press('people:lastChanges')), only: sheets, trouble: true },
];
