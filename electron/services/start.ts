import * as z from 'zod';
import { roleIds } from '../../core/roles.ts';
import { parts, sessionKinds, urgencies } from '../../core/session/words.ts';
import type { StartView } from '../../core/view.ts';
import { wallTime } from '../log/clock.ts';
import { scheduledOn } from '../store/schedule.ts';
import { lastTeam } from '../store/sessions.ts';
import type { Device } from './device.ts';
import { cardsOf, searchPeople } from './people.ts';
import { here } from './settings.ts';

const member = z.object({ person: z.string(), role: z.enum(roleIds) });
const planned = member.extend({ part: z.enum(parts).nullish() });
const kinds = z.object({ kind: z.enum(sessionKinds), urgency: z.enum(urgencies) });

/** What can be started here: today's schedule, the team that was here last, and people. */
export const startView = (device: Device): StartView => {
  const place = here(device).id;
  const date = wallTime(device.clock.now()).slice(0, 10);
  const schedule = scheduledOn
    .all(device.db, { place, date })
    .map(({ id, time, lead, team, held, ...row }) => ({
      ...{ id, time, lead, held: held === 1 },
      ...kinds.parse(row),
      team: z.array(planned).parse(JSON.parse(team)),
    }));
  const before = z.array(member).parse(lastTeam.all(device.db, { place }));
  const people = searchPeople(device, '');
  const shown = new Set(people.map(({ id }) => id));
  const expected = [...schedule.flatMap(({ team }) => team), ...before].map(({ person }) => person);
  const others = [...new Set(expected)].filter((id) => !shown.has(id));
  return { schedule, lastTeam: before, people: [...people, ...cardsOf(device, others)] };
};
