import type { Page } from '@playwright/test';
import { finger } from './hands.ts';
import { expect, test } from './kiosk-test.ts';
import { button, heading, startScheduled } from './steps.ts';
import { wordsIn } from './words.ts';

const en = wordsIn('en');
const path = `/sounds/${'a'.repeat(64)}.wav`;

/** A tenth of a second of silence: 16-bit mono WAV, 8,000 samples a second. */
const wav = (): Buffer => {
  const samples = 800;
  const file = Buffer.alloc(44 + samples * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + samples * 2, 4);
  file.write('WAVEfmt ', 8);
  for (const [at, value] of [16, 0x0001_0001, 8_000, 16_000, 0x0010_0002].entries())
    file.writeUInt32LE(value, 16 + at * 4);
  file.write('data', 36);
  file.writeUInt32LE(samples * 2, 40);
  return file;
};

/** Kofi has recorded how he says his name; what plays is kept. */
const withSound = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const played: number[] = [];
    Object.assign(window, { played });
    const { start } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.start = function (...when) {
      played.push(this.buffer?.duration ?? 0);
      return start.apply(this, when);
    };
  });
  // Without a stream the page asks.
  await page.route('**/api/live', (route) => route.abort());
  await page.route('**/api/{view,commands,choices}', async (route) => {
    const answer = await route.fetch();
    const said = await answer.json();
    const people = (said.view ?? said).people;
    for (const person of Object.values<{ first: string; nameSound: string | null }>(people))
      if (person.first === 'Kofi') person.nameSound = path;
    await route.fulfill({ response: answer, json: said });
  });
  await page.reload();
};

test.use({ tolerated: /api\/live|sounds/u });

test('a name is heard as its person says it, and it is said where that cannot be', async ({ page }) => {
  let answers = true;
  await page.route('**/sounds/*', (route) =>
    answers
      ? route.fulfill({ contentType: 'audio/wav', body: wav() })
      : route.fulfill({ status: 404, body: '' }),
  );
  await withSound(page);
  const hand = finger(page);
  await startScheduled(page, en, hand);
  await hand.press(button(page, en('welcome:begin')));
  await expect(heading(page)).toHaveText('Kofi');
  const played = () => page.evaluate(() => [...Reflect.get(window, 'played')]);
  await hand.press(button(page, en('patient:hearName')));
  await expect.poll(played).toEqual([expect.closeTo(0.1, 2)]);

  answers = false;
  await hand.press(button(page, en('patient:hearName')));
  await expect(page.getByRole('main')).toContainText(en('patient:hearFailed'));
  expect(await played()).toHaveLength(1);
  await hand.pressAfterWords(button(page, en('patient:met')));
  await expect(heading(page)).toHaveText('Amara');
  await expect(button(page, en('patient:hearName'))).toHaveCount(0);
});
