import type { FhirFile } from '../../../core/fhir/file.ts';
import { readFhir } from '../../../core/fhir/people.ts';
import type { FhirProblem, FileName, Place } from '../../../core/fhir/place.ts';
import { quotedName } from '../../../core/roster/doubles.ts';
import type { RosterPerson } from '../../../core/roster/person.ts';
import type { ImportReport } from '../../../core/roster/report.ts';
import { wallTime } from '../../log/clock.ts';
import { makePhoto } from '../photos.ts';
import { digestOf } from './digest.ts';
import { photoNotes } from './photo-words.ts';
import { type Decided, type ImportPlan, planPeople, refusedPlan } from './plan.ts';
import type { Planning } from './planning.ts';
import { reportOf } from './preview.ts';

/** The plan of an import of FHIR: of all its files together, since what is in one refers to what is in another. */
export interface FhirPlan extends ImportPlan {
  files: readonly FileName[];
  problems: FhirProblem[];
  /** Where the people of the plan stand, by their `line`. */
  places: ReadonlyMap<number, Place>;
}

/**
 * Reads files of FHIR R4 that belong together and finds out what would change; from here on everything is as for a list.
 * What was decided names people by the numbers that conflicts of the same files name. Writes nothing, and fetches nothing.
 */
export const planFhir = async (
  device: Planning,
  files: readonly FhirFile[],
  decided?: Decided,
): Promise<FhirPlan> => {
  const digest = digestOf(files);
  const today = wallTime(device.clock.now()).slice(0, 10);
  const read = readFhir(files, today);
  if (!read.ok) {
    const [first] = read.problem.problems;
    if (first === undefined) throw new Error('A refusal has a reason');
    return { ...refusedPlan(first, digest), ...read.problem, places: new Map() };
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
  const plan = await planPeople(
    device,
    { people, problems: [], digest, photoOf: async (person) => photoIn(pictures.get(person), person) },
    decided,
  );
  const problems = plan.problems.map((problem): FhirProblem => {
    const { file, at } = numbered.get(problem.line) ?? nowhere;
    return { ...problem, file, line: at, row: problem.line };
  });
  return {
    ...plan,
    problems: [...read.value.problems, ...problems],
    files: read.value.files,
    places: numbered,
  };
};

const nowhere: Place = { file: 0, at: 1 };

const photoIn = async (data: string | undefined, person: RosterPerson) => {
  if (data === undefined) return { photo: null, problems: [] };
  const made = await makePhoto(Buffer.from(data, 'base64'));
  const problems = photoNotes(person.line, `The photo of ${quotedName(person)}`, made);
  return { photo: made.ok ? made.value : null, problems };
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
      .map((row) => ({ row, place: plan.places.get(row.line) ?? nowhere }))
      .filter(({ place }) => place.file === file)
      .map(({ row, place }) => ({ ...row, line: place.at })),
  }));
};
