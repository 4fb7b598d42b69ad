import type { DeviceView, PersonCard } from '../../core/view.ts';
import { NotRecorded, troubleOfDisk } from '../problem.ts';
import { readChoices } from './choices.ts';
import type { Device } from './device.ts';
import { cardsOf } from './people.ts';
import { openSession } from './sessions.ts';
import { here, readSettings } from './settings.ts';
import { hasStay } from './stays.ts';

/** What each device last showed: all that can be shown while its database cannot be had. */
const lastViews = new WeakMap<Device, DeviceView>();

/**
 * All that a window needs to show the device as it stands. Where the database cannot be had, the team is shown as it
 * was, and the record's status says so; throws NotRecorded where it was never shown.
 */
export const deviceView = (device: Device): DeviceView => {
  const view = viewOrLast(device);
  lastViews.set(device, view);
  return view;
};

const viewOrLast = (device: Device): DeviceView => {
  try {
    return freshView(device);
  } catch (problem) {
    const last = lastViews.get(device);
    if (troubleOfDisk(problem) === null || last === undefined) throw problem;
    if (!(problem instanceof NotRecorded)) device.noticed(problem);
    return { ...last, version: device.live.version, record: device.health.status };
  }
};

const freshView = (device: Device): DeviceView => {
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
    hand: settings.hand,
    hints: settings.hints,
    shifts: settings.shifts,
    languages: settings.languages,
    idleSeconds: settings.idleSeconds,
    stay: hasStay(device),
    demo: settings.demo,
    record: device.health.status,
    session,
    choices: readChoices(device),
    people,
  };
};
