import type { Choices } from '../../../core/figures/view.ts';
import type { Words } from '../../../core/figures/words.ts';
import { shiftsBetween } from '../../../core/rates/shift.ts';
import { roleIds } from '../../../core/roles.ts';
import { sessionKinds, urgencies } from '../../../core/session/words.ts';
import { placesByName, recordedDays, unitsByName } from '../../store/choices-of-figures.ts';
import type { Reader } from '../../store/open.ts';

/** What figures can be narrowed to: what was ever counted. */
export const choicesIn = (db: Reader, words: Words, shifts: readonly string[]): Choices => {
  const days = recordedDays.get(db, {});
  return {
    units: unitsByName.all(db, {}).filter(({ key }) => words.find('unit', key) !== null),
    places: placesByName.all(db, {}).filter(({ key }) => words.find('place', key) !== null),
    kinds: sessionKinds.filter((kind) => words.find('kind', kind) !== null),
    urgencies: urgencies.filter((urgency) => words.find('urgency', urgency) !== null),
    shifts: shiftsBetween(shifts),
    roles: roleIds.filter((role) => words.find('role', role) !== null),
    days: days?.from == null || days.to === null ? null : { from: days.from, to: days.to },
  };
};
