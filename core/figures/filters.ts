import type { Case } from '../rates/case.ts';
import type { Filters } from './view.ts';

/** Where nothing is narrowed. */
export const noFilters: Filters = {
  ...{ unit: null, place: null, kind: null, urgency: null, shift: null, role: null },
};

/** Whether a session or a scheduled one is among those that figures are narrowed to, whatever the role. */
export const isWhere = (where: Case['where'], filters: Filters): boolean =>
  (filters.unit === null || filters.unit === where.unit) &&
  (filters.place === null || filters.place === where.place) &&
  (filters.kind === null || filters.kind === where.kind) &&
  (filters.urgency === null || filters.urgency === where.urgency) &&
  (filters.shift === null || filters.shift === where.shift);

/** Whether a case is; what has no role is in none. */
export const isAmong = ({ where, role }: Case, filters: Filters): boolean =>
  isWhere(where, filters) && (filters.role === null || filters.role === role);
