import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { decodeEntry, type Entry } from '../../../core/log/entry.ts';
import type { CardChange } from '../../../core/own-card.ts';
import { systemClock } from '../../../electron/log/clock.ts';
import { demoPersonId } from '../../../electron/services/demo.ts';
import type { Device } from '../../../electron/services/device.ts';
import { changeCard } from '../../../electron/services/own-card/change.ts';
import { openCard } from '../../../electron/services/own-card/open.ts';
import { type Opening, openingOf } from '../../../electron/services/own-card/opening.ts';
import { setPin } from '../../../electron/services/own-card/set-pin.ts';
import { query } from '../../../electron/store/sql.ts';
import team from '../../../resources/demo/team.json' with { type: 'json' };

const entries = query<{ bytes: Uint8Array }, { type: string }>(
  'select bytes from entry where type = :type order by seq',
);

/** All entries of a type, in order. */
export const logged = (device: Device, type: string): Entry[] =>
  entries.all(device.db, { type }).map(({ bytes }) => decodeEntry(bytes));

export const amara = demoPersonId('amara');
export const kofi = demoPersonId('kofi');

export const badgeOf = (id: string): string => {
  const found = team.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} is not in the demo team`);
  return found.badge;
};

/** A clock that goes on only when it is told to. */
export const standingClock = () => {
  let passed = 0;
  const began = systemClock.now().getTime();
  return {
    clock: { now: () => new Date(began + passed), mono: () => passed },
    pass: (ms: number) => {
      passed += ms;
    },
  };
};

/** Opens somebody’s card by their badge, and gives what is needed to write on it. */
export const atTheirCard = async (device: Device, name = 'amara') => {
  const opened = await openCard(device, { way: 'badge', code: badgeOf(name) });
  if (!opened.ok) throw new Error(opened.problem.problem);
  const { token } = opened.value;
  const opening = (): Opening => {
    const found = openingOf(device, token);
    if (found === null) throw new Error('The card is not open any more');
    return found;
  };
  return {
    token,
    opening,
    /** Changes it; gives the id of the change. */
    say: (change: CardChange): string => {
      const id = randomUUID();
      const done = changeCard(device, opening(), { id, change });
      if (!done.ok) throw new Error(`${done.problem.field}: ${done.problem.problem}`);
      return id;
    },
    pin: (pin: string | null) => setPin(device, opening(), { id: randomUUID(), pin }),
  };
};

/** A picture of one colour, as a file. */
export const picture = (colour: string, format: 'jpeg' | 'png' | 'webp' = 'jpeg'): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 800, channels: 3, background: colour } })
    .toFormat(format)
    .toBuffer();
