import { isRoleId } from '../../../core/roles.ts';
import { systemClock, wallTime } from '../../log/clock.ts';
import { keepFigures } from '../../log/figures.ts';
import { record } from '../../log/record.ts';
import { Problem } from '../../problem.ts';
import { firstEntryOf, readHead } from '../../store/log.ts';
import { peopleHereFirst } from '../../store/people.ts';
import { putScheduled } from '../../store/schedule.ts';
import { anyRealSession } from '../../store/sessions.ts';
import type { PlaceRow } from '../../store/settings.ts';
import { bringDemoTeam } from '../demo.ts';
import type { Device } from '../device.ts';
import { openAlone } from '../open-device.ts';
import { placeNamed } from '../places.ts';
import { calendar, type Occasion } from './calendar.ts';
import { type Member, teamFor } from './cast.ts';
import { Chance } from './chance.ts';
import { SimulatedClock, type Stage } from './play.ts';
import { playScene } from './scene.ts';

export interface Simulation {
  sessions: number;
  seed: number;
  days: number;
  /** The last of the days, YYYY-MM-DD. */
  until: string;
}

/** One kiosk cannot hold more in a day: an introduction takes its seconds in a simulation too. */
export const mostPerDay = 350;

const wards = {
  surgery: { unit: 'Operating rooms', places: ['OR 1', 'OR 2', 'OR 3', 'OR 4'] },
  'shift-change': { unit: 'Ward 4 West', places: ['Bed 408', 'Bed 410', 'Bed 412'] },
} as const;
type Ward = (typeof wards)[keyof typeof wards];

/** Sessions in one transaction: to sync each tap would take a simulation hours. */
const together = 100;

/**
 * Fills a data folder with invented sessions, by the same rules and into the same log as real ones, each entry of
 * which names the simulator. The same simulation of a new folder makes the same log, byte for byte. Gives what it
 * made. Throws where the folder holds anything real, or this simulation already, and as startDevice does.
 */
export const simulate = (
  folder: string,
  simulation: Simulation,
): { introductions: number; entries: number } => {
  const { sessions, seed, days, until } = simulation;
  const first = firstDay(until, days);
  const clock = new SimulatedClock(first);
  const ids = new Chance(`device ${seed}`);
  const chance = new Chance(`sessions ${seed}`);
  const salts = new Chance(`salts ${seed}`);
  const device = openAlone({ folder, clock, newId: () => ids.uuid(), salt: () => salts.bytes() });
  try {
    const start = chance.uuid();
    refuseReal(device, start, seed);
    const occasions = calendar(chance, { sessions, first, days });
    const stage: Stage = { recorder: device, clock, chance };
    let introductions = 0;
    for (let from = 0; from === 0 || from < sessions; from += together)
      device.db.transaction(() => {
        if (from === 0) begin(device, start, { seed, sessions, days });
        const setting = settingOf(device);
        for (const occasion of occasions.slice(from, from + together))
          introductions += playOne(device, stage, setting, occasion);
        keepFigures(device.db);
      })();
    return { introductions, entries: readHead(device.db)?.size ?? 0 };
  } finally {
    device.close();
  }
};

/** The day before this one by the wall clock, YYYY-MM-DD. */
export const yesterday = (): string => {
  const now = systemClock.now();
  return wallTime(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1, 12)).slice(0, 10);
};

const firstDay = (until: string, days: number): Date => {
  const [year = 0, month = 1, day = 1] = until.split('-').map(Number);
  return new Date(year, month - 1, day - days + 1);
};

const refuseReal = (device: Device, start: string, seed: number): void => {
  if (anyRealSession(device.db))
    throw new Problem(
      `The folder ${device.folder} holds real sessions: invented ones must not come among them.`,
    );
  if (firstEntryOf.get(device.db, { event: start }) !== undefined)
    throw new Problem(`The folder ${device.folder} holds the simulation with seed ${seed} already.`);
};

const begin = (device: Device, id: string, data: { seed: number; sessions: number; days: number }): void => {
  const event = { type: 'simulation-started' as const, ids: {}, data };
  record(device, { id, actor: { kind: 'simulator' }, events: [event] });
  if (!bringDemoTeam(device))
    throw new Problem(`The folder ${device.folder} holds real people: nothing must be invented about them.`);
};

interface Setting {
  people: Member[];
  places: Record<Occasion['kind'], [PlaceRow, ...PlaceRow[]]>;
}

const settingOf = (device: Device): Setting => {
  const people = peopleHereFirst
    .all(device.db, { place: '', today: '' })
    .flatMap(({ id, role, origin }) => (origin === 'demo' && isRoleId(role) ? [{ person: id, role }] : []));
  const named = ({ unit, places: [name, ...others] }: Ward): [PlaceRow, ...PlaceRow[]] => {
    const place = (one: string) => placeNamed(device.db, { name: one, unit }, device.newId);
    return [place(name), ...others.map(place)];
  };
  return { people, places: { surgery: named(wards.surgery), 'shift-change': named(wards['shift-change']) } };
};

const playOne = (device: Device, stage: Stage, { people, places }: Setting, occasion: Occasion): number => {
  const { chance } = stage;
  const place = chance.oneOf(places[occasion.kind]);
  const interpreter = chance.happens(0.14);
  const team = teamFor(chance, people, { kind: occasion.kind, interpreter });
  const put = (where: PlaceRow) => schedule(device, chance, occasion, where, team);
  const scheduled = put(place);
  // Some that are scheduled never happen, and must be seen to be missing.
  if (scheduled !== null && chance.happens(0.07)) put(chance.oneOf(places[occasion.kind]));
  return playScene(stage, { occasion, place, team, interpreter, scheduled, people });
};

/** Puts a session on the schedule of a place, if it is one that could be foreseen; gives its id there. */
const schedule = (
  { db }: Device,
  chance: Chance,
  { kind, urgency, scheduled }: Occasion,
  place: PlaceRow,
  team: readonly Member[],
): string | null => {
  if (scheduled === null) return null;
  const id = chance.uuid();
  const at = wallTime(scheduled);
  const [date, time] = [at.slice(0, 10), at.slice(11, 16)];
  const lead = team[0]?.person ?? null;
  putScheduled(db, { id, place: place.id, date, time, kind, urgency, lead, team: JSON.stringify(team) });
  return id;
};
