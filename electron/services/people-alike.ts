import { searchForm } from '../../core/names.ts';
import { alikeTo, namesOf } from '../../core/names-alike.ts';
import type { PersonCard } from '../../core/view.ts';
import { findPeople, peopleHereFirst, personById, wholeRoster } from '../store/people.ts';
import type { Device } from './device.ts';
import { cardsOf, today } from './people.ts';
import { openSession } from './sessions.ts';
import { here } from './settings.ts';

/** More faces than this nobody compares. */
const most = 4;

/**
 * People whose name is likely to be taken for this one: those in the open session first, then those who were recently
 * here, then whoever else is found by it or on the roster; at most four. `except` is the person whose name it is to be.
 */
export const peopleAlike = (device: Device, name: string, except: string | null = null): PersonCard[] => {
  const inSession = openSession(device)?.participants.map((one) => one.person) ?? [];
  const rows = [
    ...inSession.flatMap((id) => personById.get(device.db, { id }) ?? []),
    ...peopleHereFirst.all(device.db, { place: here(device).id, today: today(device) }),
    ...findPeople(device.db, searchForm(name).split(' ').filter(Boolean).slice(0, 8)),
    // The search compares letters: what only looks like a name is not found by it.
    ...wholeRoster.all(device.db, {}),
  ];
  const isAlike = alikeTo(name);
  const alike = rows.filter((row) => row.id !== except && namesOf(row).some(isAlike));
  return cardsOf(device, [...new Set(alike.map(({ id }) => id))].slice(0, most));
};
