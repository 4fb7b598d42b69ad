import { createHash } from 'node:crypto';
import type { FhirFile } from '../../../core/fhir/file.ts';
import { readFhir } from '../../../core/fhir/people.ts';
import type { FhirProblem, FileName, Place } from '../../../core/fhir/place.ts';
import { quotedName } from '../../../core/roster/doubles.ts';
import type { RosterPerson } from '../../../core/roster/person.ts';
import type { ImportReport } from '../../../core/roster/report.ts';
import { wallTime } from '../../log/clock.ts';
import type { Device } from '../device.ts';
import { makePhoto } from '../photos.ts';
import { photoNotes } from './photo-words.ts';
import { type ImportPlan, planPeople, refusedPlan } from './plan.ts';
import { reportOf } from './preview.ts';

/** The plan of an import of FHIR: of all its files together, since what is in one refers to what is in another. */
export interface FhirPlan extends ImportPlan {
  files: readonly FileName[];
  problems: FhirProblem[];
  /** Where somebody of the plan stands, by their `line`. */
  placeOf: (line: number) => Place;
}

/**
 * Reads files of FHIR R4 that belong together and finds out what would change; from here on everything is as for a list.
 * `renamed` holds the numbers that conflicts of the same files name. Writes nothing, and fetches nothing.
 */
export const planFhir = async (
  device: Device,
  files: readonly FhirFile[],
  renamed?: ReadonlySet<number>,
): Promise<FhirPlan> => {
  const digest = digestOf(files);
  const today = wallTime(device.clock.now()).slice(0, 10);
  const read = readFhir(files, today);
  const nowhere = { file: 0, at: 1 };
  if (!read.ok) {
    const [first] = read.problem.problems;
    if (first === undefined) throw new Error('A refusal has a reason');
    return { ...refusedPlan(first, digest), ...read.problem, placeOf: () => nowhere };
  }
  const numbered = new Map<number, Place>();
  const pictures = new Map<RosterPerson, string>();
  const people = read.value.people.map((person, index): RosterPerson => {
    const { place, picture, key: _, ...rest } = person;
    const line = files.length === 1 ? place.at : index + 1;
    numbered.set(line, place);
    const arrival = { ...rest, line };
    if (picture !== null) pictures.set(arrival, picture);
    return arrival;
  });
  const placeOf = (line: number): Place => numbered.get(line) ?? nowhere;
  const plan = await planPeople(
    device,
    { people, problems: [], digest, photoOf: async (person) => photoIn(pictures.get(person), person) },
    renamed,
  );
  const problems = plan.problems.map((problem): FhirProblem => {
    const { file, at } = placeOf(problem.line);
    return { ...problem, file, line: at };
  });
  return { ...plan, problems: [...read.value.problems, ...problems], files: read.value.files, placeOf };
};

const photoIn = async (data: string | undefined, person: RosterPerson) => {
  if (data === undefined) return { photo: null, problems: [] };
  const made = await makePhoto(Buffer.from(data, 'base64'));
  const problems = photoNotes(person.line, `The photo of ${quotedName(person)}`, made);
  return { photo: made.ok ? made.value : null, problems };
};

/** Of one file its SHA-256; of several that of their own, in hex, one on each line. */
const digestOf = (files: readonly FhirFile[]): string => {
  const digests = files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
  const [only = ''] = digests;
  if (digests.length === 1) return only;
  return createHash('sha256')
    .update(digests.map((digest) => `${digest}\n`).join(''))
    .digest('hex');
};

/** What a plan would do, or did, file by file, with every problem at its entry or line. */
export const fhirReportsOf = (plan: FhirPlan, how: { isPreview: boolean }): ImportReport[] => {
  const whole = reportOf('', plan, how);
  const none = { added: 0, changed: 0, skipped: 0, retired: 0, leftOut: 0 };
  return plan.files.map(({ name, counts }, file) => ({
    // The numbers are of all files together, and stand with the first.
    ...(file === 0 ? whole : none),
    ...{ file: name, inEntries: counts === 'entries' },
    problems: plan.problems.filter((problem) => problem.file === file),
    rows: whole.rows
      .map((row) => ({ row, place: plan.placeOf(row.line) }))
      .filter(({ place }) => place.file === file)
      .map(({ row, place }) => ({ ...row, line: place.at })),
  }));
};
