import { createHmac } from 'node:crypto';
import type { FhirFile } from '../../../core/fhir/file.ts';
import { type FhirProblem, noteAt } from '../../../core/fhir/place.ts';
import { type BookedPlan, type Booking, readFhirSchedule, type Source } from '../../../core/fhir/schedule.ts';
import type { ScheduledPerson } from '../../../core/fhir/schedule-people.ts';
import { wallTime } from '../../log/clock.ts';
import { digestOf } from '../imports/digest.ts';
import type { Planning } from '../imports/planning.ts';
import { type Finder, finderOf, type Member } from './finder.ts';
import { unitOf } from './from-list.ts';
import {
  basisOfSchedule,
  type CalledOff,
  doubled,
  type Planned,
  refusedSchedule,
  type SchedulePlan,
  stepsOf,
} from './plan.ts';

/** The zone that the clock of this device is in: that of its places. */
const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * Reads files of FHIR R4 that book sessions and finds out what they would change. Only what they name is changed: a page of
 * tomorrow takes nothing off the schedule of today. Writes nothing, and fetches nothing.
 */
export const planFhirSchedule = (
  device: Planning,
  files: readonly FhirFile[],
  zone = zoneHere(),
): SchedulePlan => {
  const digest = digestOf(files);
  const today = wallTime(device.clock.now()).slice(0, 10);
  const read = readFhirSchedule(files, { zone, today });
  if (!read.ok) return refusedSchedule(read.problem.problems, digest, read.problem.files);
  const basis = basisOfSchedule(device.db);
  const finder = finderOf(device);
  const problems: FhirProblem[] = [...read.value.problems];
  const sessions: Planned[] = [];
  const off: CalledOff[] = [];
  for (const booking of read.value.bookings) {
    const known = {
      ...{ line: booking.place.at, file: booking.place.file },
      sources: booking.sources.map((one) => hashed(device, one)),
      linked: booking.linked.map((one) => hashed(device, one)),
    };
    if (booking.plan === null) {
      off.push(known);
      continue;
    }
    const unit = unitOf(device, { line: known.line, place: booking.plan.where, unit: booking.plan.unit });
    if (!unit.ok) {
      problems.push({ ...unit.problem, file: known.file, whatToDo: 'Say what its Location is part of.' });
      continue;
    }
    const { lead, team, remarks } = teamOf(booking, booking.plan, finder);
    problems.push(...remarks);
    const { date, time, where, urgency } = booking.plan;
    sessions.push({
      ...{ ...known, date, time, place: where, unit: unit.value },
      ...{ kind: 'surgery', urgency, lead, team },
    });
  }
  const doubles = doubled(sessions);
  const places = new Set(doubles.map(({ file, line }) => `${file} ${line}`));
  const sound = sessions.filter(({ file, line }) => !places.has(`${file} ${line}`));
  return {
    ...{ sessions: sound, steps: stepsOf(device, sound, { off, replaces: false }), basis, digest },
    ...{ problems: [...problems, ...doubles], refused: false, files: read.value.files },
  };
};

const hashed = ({ badgeKey }: Planning, { type, value }: Source) => ({
  type,
  hash: createHmac('sha256', badgeKey)
    .update(`\0scheduled\0${JSON.stringify([type, value])}`)
    .digest(),
});

const teamOf = ({ place }: Booking, { lead, team }: BookedPlan, finder: Finder) => {
  const members = new Map<string, Member>();
  const remarks: FhirProblem[] = [];
  let leader: string | null = null;
  const put = (person: ScheduledPerson): void => {
    const found = finder.scheduled(person);
    const [member] = found;
    if (member === undefined || found.length > 1) {
      remarks.push(
        noteAt(
          place,
          member === undefined
            ? `${person.called} is nobody known here: the session is scheduled without them.`
            : `${person.called} could be ${found.length} people here: the session is scheduled without them.`,
          'Import them first, with the same identifier.',
        ),
      );
      return;
    }
    members.set(member.person, members.get(member.person) ?? member);
    if (person === lead) leader = member.person;
  };
  for (const person of team) put(person);
  return { lead: leader, team: [...members.values()], remarks };
};
