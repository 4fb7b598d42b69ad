import * as z from 'zod';
import { roleIds } from '../../core/roles.ts';
import type { StartView } from '../../core/view.ts';
import { wallTime } from '../log/clock.ts';
import { keptInstead } from '../store/people-merged.ts';
import { notHere } from '../store/roster.ts';
import { scheduledOn } from '../store/schedule.ts';
import { lastTeam } from '../store/sessions.ts';
import type { Device } from './device.ts';
import { cardsOf, searchPeople, today } from './people.ts';
import { plannedIn } from './schedule/planned.ts';
import { here } from './settings.ts';

const member = z.object({ person: z.string(), role: z.enum(roleIds) });

/**
 * What can be started here: today's schedule, the team that was here last, and people. Whoever has left is on no team any
 * more; whoever is on leave is on one only where a schedule says so.
 */
export const startView = (device: Device): StartView => {
  const place = here(device).id;
  const date = wallTime(device.clock.now()).slice(0, 10);
  const planned = scheduledOn.all(device.db, { place, date }).flatMap(({ time, lead, held, ...row }) => {
    const session = plannedIn(row);
    return session === null ? [] : [{ id: row.id, time, lead, held: held === 1, ...session }];
  });
  const asLast = z.array(member).parse(lastTeam.all(device.db, { place }));
  const kept = keptOf(device, [...planned.flatMap(({ team }) => team), ...asLast]);
  const scheduled = planned.map((one) => ({
    ...{ ...one, lead: one.lead === null ? null : (kept.get(one.lead) ?? one.lead) },
    team: merged(one.team, kept),
  }));
  const last = merged(asLast, kept);
  const { left, away } = absent(device, [...scheduled.flatMap(({ team }) => team), ...last]);
  const schedule = scheduled.map(({ lead, team, ...one }) => ({
    ...one,
    lead: lead !== null && left.has(lead) ? null : lead,
    team: team.filter(({ person }) => !left.has(person)),
  }));
  const before = last.filter(({ person }) => !left.has(person) && !away.has(person));
  const people = searchPeople(device, '');
  const shown = new Set(people.map(({ id }) => id));
  const expected = [...schedule.flatMap(({ team }) => team), ...before].map(({ person }) => person);
  const others = [...new Set(expected)].filter((id) => !shown.has(id));
  return { schedule, lastTeam: before, people: [...people, ...cardsOf(device, others)] };
};

/** Who of these people was here twice, and whom they are kept as. */
const keptOf = (device: Device, people: readonly { person: string }[]): ReadonlyMap<string, string> => {
  const ids = JSON.stringify(people.map(({ person }) => person));
  return new Map(keptInstead.all(device.db, { ids }).map(({ id, kept }) => [id, kept]));
};

/** A team in which nobody stands twice under two ids. */
const merged = <Member extends { person: string }>(
  team: readonly Member[],
  kept: ReadonlyMap<string, string>,
): Member[] => {
  const all = team.map((one) => ({ ...one, person: kept.get(one.person) ?? one.person }));
  return all.filter(({ person }, at) => all.findIndex((one) => one.person === person) === at);
};

/** Which of these people have left, and which are on leave. */
const absent = (device: Device, people: readonly { person: string }[]) => {
  const ids = JSON.stringify(people.map(({ person }) => person));
  const found = Map.groupBy(
    notHere.all(device.db, { ids, today: today(device) }),
    ({ retired }) => retired === 1,
  );
  const idsOf = (retired: boolean) => new Set(found.get(retired)?.map(({ id }) => id));
  return { left: idsOf(true), away: idsOf(false) };
};
