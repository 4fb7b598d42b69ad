import { createHash } from 'node:crypto';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { error, listed, type Problem, quoted } from '../../../core/roster/problem.ts';
import {
  type Named,
  type Occasion,
  readSchedule,
  readScheduleSheets,
  type Schedule,
} from '../../../core/roster/schedule.ts';
import { parts } from '../../../core/session/words.ts';
import { unitsOfPlace } from '../../store/roster.ts';
import type { Planning } from '../imports/planning.ts';
import { isArchive, readWorkbook } from '../imports/workbook/read-workbook.ts';
import { type Finder, finderOf, type Member } from './finder.ts';
import {
  basisOfSchedule,
  doubled,
  type Planned,
  refusedSchedule,
  type SchedulePlan,
  stepsOf,
} from './plan.ts';

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Reads a list of scheduled sessions and finds everybody it names. Writes nothing. */
export const planSchedule = (device: Planning, bytes: Uint8Array): SchedulePlan =>
  planList(device, readSchedule(bytes), digestOf(bytes));

/** The same of a list that may be a workbook. */
export const planScheduleFile = async (device: Planning, bytes: Uint8Array): Promise<SchedulePlan> => {
  if (!isArchive(bytes)) return planSchedule(device, bytes);
  const sheets = await readWorkbook(bytes);
  return planList(device, sheets.ok ? readScheduleSheets(sheets.value) : sheets, digestOf(bytes));
};

const planList = (device: Planning, schedule: Result<Schedule, Problem>, digest: string): SchedulePlan => {
  if (!schedule.ok) return refusedSchedule([schedule.problem], digest);
  const basis = basisOfSchedule(device.db);
  const finder = finderOf(device);
  const problems = [...schedule.value.problems];
  const sessions: Planned[] = [];
  for (const occasion of schedule.value.occasions) {
    const planned = plan(device, occasion, finder);
    if (planned.ok) sessions.push(planned.value);
    else problems.push(...planned.problem);
  }
  const doubles = doubled(sessions);
  const lines = new Set(doubles.map(({ line }) => line));
  const sound = sessions.filter(({ line }) => !lines.has(line));
  return {
    ...{ sessions: sound, steps: stepsOf(device, sound, { replaces: true }), basis, digest },
    ...{ problems: [...problems, ...doubles], refused: false, files: null },
  };
};

const plan = (device: Planning, occasion: Occasion, finder: Finder): Result<Planned, Problem[]> => {
  const { line, date, time, place, kind, urgency } = occasion;
  const unit = unitOf(device, occasion);
  const find = (named: Named): Result<Member, Problem> => findNamed(finder, named, line);
  const lead = occasion.lead === null ? null : find(occasion.lead);
  const found = occasion.team.map(find);
  const ofPart = parts.map((part) => ({ part, found: occasion[part].map(find) }));
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
  return ok({
    ...{ line, file: 0, date, time, place, kind, urgency, unit: unit.value, lead: leader?.person ?? null },
    ...{ team, sources: [], linked: [] },
  });
};

const people = (found: readonly Result<Member, Problem>[]): Member[] =>
  found.flatMap((one) => (one.ok ? [one.value] : []));

const bothWays = (line: number, who: string): Problem =>
  error(line, `${quoted(who)} both arrives and leaves.`, 'Take them out of one of the two.');

/** The unit of a place: that which is said, or of the only place that is called so. */
export const unitOf = (
  { db }: Planning,
  { line, place, unit }: { line: number; place: string; unit: string | null },
): Result<string, Problem> => {
  if (unit !== null) return ok(unit);
  const units = unitsOfPlace.all(db, { name: place }).map((row) => row.unit);
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

const findNamed = (finder: Finder, { who, role }: Named, line: number): Result<Member, Problem> => {
  const found = finder.named(who);
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
