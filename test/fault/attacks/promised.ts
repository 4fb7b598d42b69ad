import { namedActors } from './actors.ts';
import { roundabout } from './around.ts';
import type { Promised } from './attack.ts';
import { bodiesOfAnySize } from './bodies.ts';
import { bombs } from './bombs.ts';
import { calls } from './calls.ts';
import { bidiNames } from './names.ts';
import { openingAgain } from './opened-again.ts';
import { pathTricks, prototypes } from './paths.ts';
import { formulas, images } from './pictures.ts';
import { choosingPins } from './pins.ts';
import { signIns } from './sign-ins.ts';
import { waiting } from './waits.ts';
import { reachingOut, wholeOrNothing } from './whole.ts';
import { workbooks } from './workbooks.ts';

/** Every attack that is promised to fail, in the order of the promises. */
export const promised: readonly Promised[] = [
  {
    title: 'Guessing a PIN, a badge or the sealed code',
    attacks: [...choosingPins, ...waiting, ...roundabout, ...openingAgain],
  },
  { title: 'Borrowing a session, or a badge', attacks: signIns },
  { title: 'A call without a session, or with another’s', attacks: calls },
  { title: 'Saying who acts', attacks: namedActors },
  { title: 'Cells that are formulas', attacks: formulas },
  { title: 'Pictures', attacks: images },
  { title: 'Names', attacks: bidiNames },
  { title: 'Paths in names', attacks: pathTricks },
  { title: 'Keys of prototypes', attacks: prototypes },
  { title: 'Bodies and settings', attacks: bodiesOfAnySize },
  { title: 'Lists and FHIR of any depth and size', attacks: bombs },
  { title: 'Workbooks', attacks: workbooks },
  { title: 'Links in files', attacks: reachingOut },
  { title: 'One transaction or nothing', attacks: wholeOrNothing },
];

export const allAttacks = promised.flatMap(({ attacks }) => attacks);
