import * as z from 'zod';
import { roleIds } from '../../core/roles.ts';
import { parts, sessionKinds, urgencies } from '../../core/session/words.ts';
import type { StartView } from '../../core/view.ts';
import { wallTime } from '../log/clock.ts';
import { notHere } from '../store/roster.ts';
import { scheduledOn } from '../store/schedule.ts';
import { lastTeam } from '../store/sessions.ts';
import type { Device } from './device.ts';
import { cardsOf, searchPeople } from './people.ts';
import { here } from './settings.ts';

const member = z.object({ person: z.string(), role: z.enum(roleIds) });
const planned = member.extend({ part: z.enum(parts).nullish() });
const kinds = z.object({ kind: z.enum(sessionKinds), urgency: z.enum(urgencies) });

/**
 * What can be started here: today's schedule, the team that was here last, and people. Whoever has left is on no team any
 * more; whoever is on leave is on one only where a schedule says so.
 */
export const startView = (device: Device): StartView => {
  const place = here(device).id;
  const date = wallTime(device.clock.now()).slice(0, 10);
  const scheduled = scheduledOn
    .all(device.db, { place, date })
    .map(({ id, time, lead, team, held, ...row }) => ({
      ...{ id, time, lead, held: held === 1 },
      ...kinds.parse(row),
      team: z.array(planned).parse(JSON.parse(team)),
    }));
  const last = z.array(member).parse(lastTeam.all(device.db, { place }));
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

/** Which of these people have left, and which are on leave. */
const absent = (device: Device, people: readonly { person: string }[]) => {
  const ids = JSON.stringify(people.map(({ person }) => person));
  const found = Map.groupBy(notHere.all(device.db, { ids }), ({ retired }) => retired === 1);
  const idsOf = (retired: boolean) => new Set(found.get(retired)?.map(({ id }) => id));
  return { left: idsOf(true), away: idsOf(false) };
};
