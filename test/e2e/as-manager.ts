import type { Page } from '@playwright/test';
import type { GrantedRole } from '../../core/access/permissions.ts';
import { nameManager } from '../../electron/services/access/first-manager.ts';
import { grantAccess } from '../../electron/services/access/holders.ts';
import { prepareDemo } from '../../electron/services/demo.ts';
import { openDevice } from '../../electron/services/open-device.ts';
import { addVisitor } from '../../electron/services/people.ts';
import { test as base } from './kiosk-test.ts';
import { wordsIn } from './words.ts';

/** Whoever manages the kiosks of these tests, and what they type. No hospital has them. */
export const manager = { name: 'Mara Lindqvist', pin: '804217' } as const;
export const auditor = { name: 'Ossian Brandt', pin: '730594' } as const;

interface Fixtures {
  /** What else is done to the device before it is served; the demo team is there already where there is one. */
  prepare: ((folder: string) => Promise<void> | void) | null;
}

/** A test with a kiosk that somebody manages, and somebody inspects. */
export const test = base.extend<Fixtures>({
  prepare: [null, { option: true }],
  folder: async ({ folder, demo, prepare }, use) => {
    const device = openDevice({ folder });
    if (demo) prepareDemo(device);
    await nameManager(device, { kind: 'command-line' }, manager);
    await giveRole(device, auditor, 'auditor');
    device.close();
    await prepare?.(folder);
    await use(folder);
  },
});

const giveRole = async (
  device: ReturnType<typeof openDevice>,
  { name, pin }: { name: string; pin: string },
  role: GrantedRole,
): Promise<void> => {
  const added = addVisitor(device, { id: device.newId(), name, role: 'care-team-member' });
  if (!added.ok) throw new Error('The name was refused');
  const by = { actor: { kind: 'command-line' as const }, stillMay: () => true };
  const done = await grantAccess(device, by, { id: device.newId(), person: added.value.id, role, pin });
  if (!done.ok) throw new Error(`No access was given: ${done.problem}`);
};

/** From the resting screen to what managers see: “This kiosk”, “For managers”, name and PIN. */
export const signIn = async (
  page: Page,
  { name, pin }: { name: string; pin: string } = manager,
  language = 'en',
): Promise<void> => {
  const say = wordsIn(language);
  await page.getByRole('button', { name: say('kiosk:name') }).click();
  await page.getByRole('button', { name: say('manage:open') }).click();
  await page.getByRole('textbox', { name: say('manage:name') }).fill(name);
  await page.getByLabel(say('manage:pin'), { exact: true }).fill(pin);
  await page.getByRole('button', { name: say('manage:signIn.open'), exact: true }).click();
  await page.getByRole('navigation', { name: say('manage:nav') }).waitFor();
};

/** The PIN once more, for what it is asked again for. */
export const givePinAgain = async (page: Page, pin: string = manager.pin, language = 'en'): Promise<void> => {
  const say = wordsIn(language);
  const sheet = page.getByRole('dialog', { name: say('manage:again.title') });
  await sheet.getByLabel(say('manage:pin'), { exact: true }).fill(pin);
  await sheet.getByRole('button', { name: say('manage:again.goOn') }).click();
};
