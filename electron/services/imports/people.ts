import { createHash } from 'node:crypto';
import type { RosterPerson } from '../../../core/roster/person.ts';
import { readRoster } from '../../../core/roster/roster.ts';
import type { Device } from '../device.ts';
import { readPhoto } from './photo-files.ts';
import { type FoundPhoto, type ImportPlan, planPeople, refusedPlan } from './plan.ts';

/**
 * How people come in, step by step: a file → rows (core/roster/table.ts) → people (core/roster/roster.ts) → a plan of
 * changes (plan.ts) → one transaction or nothing (carry-out.ts). People from another kind of file join at the plan.
 */

/** Reads a file of people, and from `folder` the photos it names, and finds out what would change. Writes nothing. */
export const planImport = async (
  device: Device,
  { bytes, folder, renamed }: { bytes: Uint8Array; folder: string; renamed?: ReadonlySet<number> },
): Promise<ImportPlan> => {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const roster = readRoster(bytes);
  if (!roster.ok) return refusedPlan(roster.problem, digest);
  const photoOf = async ({ photo, line }: RosterPerson): Promise<FoundPhoto> =>
    photo === null ? { photo: null, problems: [] } : readPhoto(folder, photo, line);
  return planPeople(device, { ...roster.value, digest, photoOf }, renamed);
};
