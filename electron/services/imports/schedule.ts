import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Actor } from '../../../core/log/entry.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { isRoleId, type RoleId } from '../../../core/roles.ts';
import { nameKey } from '../../../core/roster/doubles.ts';
import { error, listed, otherLinesOf, type Problem, quoted } from '../../../core/roster/problem.ts';
import { type Named, type Occasion, readSchedule } from '../../../core/roster/schedule.ts';
import { type Part, parts } from '../../../core/session/words.ts';
import { record } from '../../log/record.ts';
import { clearSchedule, heldSchedule, peopleToSchedule, unitsOfPlace } from '../../store/roster.ts';
import { putScheduled } from '../../store/schedule.ts';
import type { Device } from '../device.ts';
import { badgeHash } from '../people.ts';
import { placeNamed } from '../places.ts';

interface Member {
  person: string;
  role: RoleId;
  /** In a shift change; without it they stay on. */
  part?: Part;
}

interface Planned extends Pick<Occasion, 'line' | 'date' | 'time' | 'place' | 'kind' | 'urgency'> {
  unit: string;
  lead: string | null;
  team: Member[];
}

/** What an import of a schedule would do; carried out as a whole or not at all. */
export interface SchedulePlan {
  sessions: Planned[];
  problems: Problem[];
  refused: boolean;
  /** SHA-256 of the file, in hex. */
  digest: string;
}

type Finder = (named: Named, line: number) => Result<Member, Problem>;

/** Reads a file of scheduled sessions and finds everybody it names. Writes nothing. */
export const planSchedule = (device: Device, bytes: Uint8Array): SchedulePlan => {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const schedule = readSchedule(bytes);
  if (!schedule.ok) return { sessions: [], problems: [schedule.problem], refused: true, digest };
  const find = finder(device);
  const problems = [...schedule.value.problems];
  const sessions: Planned[] = [];
  for (const occasion of schedule.value.occasions) {
    const planned = plan(device, occasion, find);
    if (planned.ok) sessions.push(planned.value);
    else problems.push(...planned.problem);
  }
  const doubles = doubled(sessions);
  const lines = new Set(doubles.map(({ line }) => line));
  return {
    sessions: sessions.filter(({ line }) => !lines.has(line)),
    problems: [...problems, ...doubles],
    refused: false,
    digest,
  };
};

const plan = (device: Device, occasion: Occasion, find: Finder): Result<Planned, Problem[]> => {
  const { line, date, time, place, kind, urgency } = occasion;
  const unit = unitOf(device, occasion);
  const lead = occasion.lead === null ? null : find(occasion.lead, line);
  const found = occasion.team.map((named) => find(named, line));
  const ofPart = parts.map((part) => ({ part, found: occasion[part].map((named) => find(named, line)) }));
  const everybody = [unit, lead, ...found, ...ofPart.flatMap((one) => one.found)];
  const problems = everybody.flatMap((one) => (one === null || one.ok ? [] : [one.problem]));
  if (!unit.ok || problems.length > 0) return refuse(problems);
  const members = new Map<string, Member>();
  const leader = lead?.ok ? lead.value : null;
  for (const { person, role } of people(found)) members.set(person, { person, role });
  // Who arrives and who leaves may stand in the team as well.
  for (const { part, found } of ofPart)
    for (const [at, { person, role }] of people(found).entries()) {
      const { part: other = part } = members.get(person) ?? {};
      if (other !== part) return refuse([bothWays(line, occasion[part][at]?.who ?? '')]);
      members.set(person, { person, role, part });
    }
  // Whoever leads belongs to the team, also where the file names them only once.
  const team = leader && !members.has(leader.person) ? [leader, ...members.values()] : [...members.values()];
  return ok({ line, date, time, place, kind, urgency, unit: unit.value, lead: leader?.person ?? null, team });
};

const people = (found: readonly Result<Member, Problem>[]): Member[] =>
  found.flatMap((one) => (one.ok ? [one.value] : []));

const bothWays = (line: number, who: string): Problem =>
  error(line, `${quoted(who)} both arrives and leaves.`, 'Take them out of one of the two.');

const unitOf = (device: Device, { line, place, unit }: Occasion): Result<string, Problem> => {
  if (unit !== null) return ok(unit);
  const units = unitsOfPlace.all(device.db, { name: place }).map((row) => row.unit);
  const [only] = units;
  if (only !== undefined && units.length === 1) return ok(only);
  return refuse(
    error(
      line,
      only === undefined
        ? `The place ${quoted(place)} is new, and the row has no unit.`
        : `There is a place ${quoted(place)} in ${listed(units.map(quoted))}.`,
      'Write its unit.',
    ),
  );
};

const hashes = z.array(z.string());

/** Finds people by badge id, or by the whole name, with the given or preferred name, either way round. */
const finder = (device: Device): Finder => {
  const byKey = new Map<string, Map<string, Member>>();
  const put = (key: string, member: Member): void => {
    byKey.set(key, (byKey.get(key) ?? new Map<string, Member>()).set(member.person, member));
  };
  for (const { id, given, family, preferred, role, badges } of peopleToSchedule.all(device.db, {})) {
    const member = { person: id, role: isRoleId(role) ? role : 'care-team-member' };
    for (const badge of hashes.parse(JSON.parse(badges))) put(badge, member);
    for (const first of [given, preferred].filter((name) => name !== null))
      for (const name of family === null ? [first] : [`${first} ${family}`, `${family}, ${first}`])
        put(wholeKey(name), member);
  }
  return ({ who, role }, line) => {
    const badge = Buffer.from(badgeHash(device, who)).toString('hex');
    const found = [...(byKey.get(badge) ?? byKey.get(wholeKey(who)) ?? new Map<string, Member>()).values()];
    const [member] = found;
    if (member === undefined)
      return refuse(
        error(line, `${quoted(who)} is nobody known here.`, 'Import them first, or correct the name.'),
      );
    if (found.length > 1)
      return refuse(
        error(line, `There are ${found.length} people called ${quoted(who)}.`, 'Write a badge id instead.'),
      );
    return ok(role === null ? member : { ...member, role });
  };
};

const wholeKey = (name: string): string =>
  nameKey({ given: name.replace(/\s+/gu, ' ').trim(), family: null });

const placeKey = ({ place, unit }: Planned): string => `${unit}\n${place}`;

/** Two sessions of one kind cannot begin at one place at one time. */
const doubled = (sessions: readonly Planned[]): Problem[] =>
  [...Map.groupBy(sessions, (one) => [placeKey(one), one.date, one.time, one.kind].join('\n')).values()]
    .filter((same) => same.length > 1)
    .flatMap((same) =>
      same.map(({ line }) =>
        error(
          line,
          `The same place and time are also on ${otherLinesOf(same, line)}.`,
          'Take one row out, or correct the time.',
        ),
      ),
    );

/**
 * Carries a plan out in one transaction with its log entry: what was scheduled at its places on its days is replaced,
 * except what was held already. Refuses a plan with errors, unless they are to be passed over.
 */
export const carryOutSchedule = (
  device: Device,
  { sessions, problems, refused, digest }: SchedulePlan,
  { actor, skipProblems }: { actor: Actor; skipProblems: boolean },
): Result<null, 'has-errors'> => {
  if (refused || (!skipProblems && problems.some(({ severity }) => severity === 'error')))
    return refuse('has-errors');
  const data = { sessions: sessions.length, digest };
  const event = { type: 'schedule-imported' as const, ids: {}, data };
  record(device, { id: device.newId(), actor, events: [event] }, (db) => {
    for (const [, ofDay] of Map.groupBy(sessions, (one) => `${placeKey(one)}\n${one.date}`)) {
      const [first] = ofDay;
      if (first === undefined) continue;
      const place = placeNamed(db, { name: first.place, unit: first.unit }, device.newId).id;
      const { date } = first;
      clearSchedule(db, { place, date });
      const held = new Set(heldSchedule.all(db, { place, date }).map(({ time, kind }) => `${time} ${kind}`));
      for (const { time, kind, urgency, lead, team } of ofDay)
        if (!held.has(`${time} ${kind}`))
          putScheduled(db, {
            ...{ id: device.newId(), place, date, time, kind, urgency, lead },
            team: JSON.stringify(team),
          });
    }
  });
  return ok(null);
};
