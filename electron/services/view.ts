import type { DeviceView, PersonCard } from '../../core/view.ts';
import { readChoices } from './choices.ts';
import type { Device } from './device.ts';
import { cardsOf } from './people.ts';
import { openSession } from './sessions.ts';
import { here, readSettings } from './settings.ts';

/** All that a window needs to show the device as it stands. */
export const deviceView = (device: Device): DeviceView => {
  const { settings } = readSettings(device);
  const place = here(device);
  const session = openSession(device);
  const people: Record<string, PersonCard> = {};
  for (const card of cardsOf(device, session?.participants.map((one) => one.person) ?? []))
    people[card.id] = card;
  return {
    boot: device.boot,
    version: device.live.version,
    place: { id: place.id, name: place.name },
    unit: { id: place.unit_id, name: place.unit_name },
    language: settings.language,
    theme: settings.theme,
    demo: settings.demo,
    session,
    choices: readChoices(device),
    people,
  };
};
