import { inspector } from './inspector.ts';
import { expect, test } from './kiosk-test.ts';
import { ownCardTour } from './own-card-tour.ts';
import { shiftTour } from './shift-tour.ts';
import { patientTour, staffTour } from './tour.ts';
import { languages, wordsIn } from './words.ts';

const forPatients = { largeTargets: true, onOneScreen: true };
const forStaff = { largeTargets: false, onOneScreen: true };

const isEvery = process.env.BEDSIDE_SCREENS === 'every';

/**
 * All that was promised takes half an hour: `npm run test:screens`. Among the other tests stand for the rest the language
 * they were written in, the one from the right, and the one with the longest words; the first two of them whole.
 */
const spokenHere = isEvery ? languages : ['en', 'ar', 'ru'];
const isWhole = (language: string): boolean => isEvery || ['en', 'ar'].includes(language);

for (const language of spokenHere)
  test.describe(`in ${language}`, () => {
    const say = wordsIn(language);
    const how = { every: isWhole(language) };
    test.use({ spoken: language });
    // Every screen is looked at in two sizes of text, by day and by night, in four windows.
    test.setTimeout(900_000);

    test('a patient can read and touch everything', async ({ page }) => {
      const { found, look } = inspector(page, forPatients, how);
      await patientTour({ page, say, look });
      expect(found).toEqual([]);
    });

    test('a patient can read and touch everything at a shift change', async ({ page }) => {
      const { found, look } = inspector(page, forPatients, how);
      await shiftTour({ page, say, look });
      expect(found).toEqual([]);
    });

    test('the staff can read and use everything', async ({ page }) => {
      const { found, look } = inspector(page, forStaff, how);
      await staffTour({ page, say, look });
      expect(found).toEqual([]);
    });

    test('everybody can see to their own card', async ({ page }) => {
      const { found, look } = inspector(page, forStaff, how);
      await ownCardTour({ page, say, look });
      expect(found).toEqual([]);
    });
  });
