import { openDevice } from '../../electron/services/open-device.ts';
import { setUp } from '../../electron/services/set-up.ts';
import { givePinAgain, signIn, test } from './as-manager.ts';
import { expect } from './kiosk-test.ts';
import { wordsIn } from './words.ts';

const say = wordsIn('en');
const header = 'employee id,first name,last name,role,salary\n';
const march = `${header}E1,Ana,Sol,Surgeon,9000\nE2,Bo,Li,Nurse,8000\nE3,Cy,Do,Pharmacist,7000\n`;
const april = `${header}E1,Ana,Mar,Surgeon,9000\nE2,Bo,Li,Anesthesiologist,8000\nE4,Di, Jr,Fo,Nurse,7000\n`;
const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test.use({
  tolerated: /403 .*\/manage\/imports\/past$/u,
  folder: async ({ folder }, use) => {
    const device = openDevice({ folder });
    setUp(device, { kind: 'command-line' }, { place: 'OR 3', unit: 'Operating rooms' });
    device.close();
    await use(folder);
  },
});

test('a manager brings in two lists, decides a conflict, and puts the second back', async ({ page }) => {
  await signIn(page);
  await page.getByRole('button', { name: say('manage:sections.imports') }).click();
  await givePinAgain(page);
  const choose = async (button: string, list: ReturnType<typeof file>) => {
    const opened = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: button }).click();
    await (await opened).setFiles(list);
  };
  const part = (name: string) => page.getByRole('button', { name });
  await choose(say('imports:choose'), file('march.csv', march));
  await expect(part('New 3')).toBeVisible();
  await expect(page.getByText('9000')).toHaveCount(0);
  await page.getByRole('button', { name: say('imports:carryOut') }).click();
  await expect(page.getByText(say('imports:done'))).toBeVisible();

  await choose(say('imports:choose'), file('april.csv', april));
  await part('To decide 1').click();
  await expect(page.getByRole('button', { name: say('imports:carryOut') })).toBeDisabled();
  await page.getByRole('button', { name: say('imports:decide.label') }).click();
  await page.getByRole('option', { name: say('imports:decide.renamed') }).click();
  await part('Changed 2').click();
  await expect(page.getByRole('row', { name: /Bo Li/u })).toContainText('Anesthesiologist');
  await page.getByRole('button', { name: /^Leave out the rows/u }).click();
  await page.getByRole('button', { name: say('imports:carryOut') }).click();
  await expect(page.getByText(say('imports:done'))).toBeVisible();
  await page
    .getByRole('button', { name: say('imports:past.undo') })
    .first()
    .click();
  await page.getByRole('button', { name: say('imports:undo.do') }).click();
  await expect(page.getByText('Put back: 2')).toBeVisible();
  await page.getByRole('button', { name: say('imports:undo.close') }).click();
  await expect(page.getByText(say('imports:past.undone'))).toBeVisible();
  await expect(page.getByText(say('imports:done'))).toHaveCount(0);
});

test('a manager puts a session on the schedule and takes it off again, and both are seen', async ({
  page,
}) => {
  await signIn(page);
  await page.getByRole('button', { name: say('manage:sections.schedule') }).click();
  await page.getByRole('button', { name: say('schedule:add') }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox', { name: say('schedule:form.time') }).fill('23:59');
  await sheet.getByRole('button', { name: say('schedule:form.keep') }).click();
  const row = page.getByRole('row', { name: /11:59/u });
  await expect(row).toContainText(say('schedule:is.to-come'));
  await row.getByRole('button', { name: say('schedule:edit') }).click();
  await page.getByRole('button', { name: say('schedule:why.by-mistake') }).click();
  await expect(row).toContainText(say('schedule:is.cancelled'));
  await row.getByRole('button', { name: say('schedule:back') }).click();
  await expect(row).toContainText(say('schedule:is.to-come'));
});
