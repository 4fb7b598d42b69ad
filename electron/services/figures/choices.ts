import type { Choices } from '../../../core/figures/view.ts';
import { shiftsBetween } from '../../../core/rates/shift.ts';
import { isRoleId, roleIds } from '../../../core/roles.ts';
import { sessionKinds, urgencies } from '../../../core/session/words.ts';
import { placesInUse, recordedDays, rolesInUse, unitsInUse, whatIsInUse } from '../../store/figures.ts';
import type { Reader } from '../../store/open.ts';

/** What figures can be narrowed to. */
export const choicesIn = (db: Reader, shifts: readonly string[]): Choices => {
  const inUse = whatIsInUse.all(db, {});
  const roles = new Set(rolesInUse.all(db, {}).flatMap(({ role }) => (isRoleId(role) ? [role] : [])));
  const days = recordedDays.get(db, {});
  return {
    units: unitsInUse.all(db, {}),
    places: placesInUse.all(db, {}),
    kinds: sessionKinds.filter((kind) => inUse.some((one) => one.kind === kind)),
    urgencies: urgencies.filter((urgency) => inUse.some((one) => one.urgency === urgency)),
    shifts: shiftsBetween(shifts),
    roles: roleIds.filter((role) => roles.has(role)),
    days: days?.from == null || days.to === null ? null : { from: days.from, to: days.to },
  };
};
