import type {
  ArrivingBadge,
  ArrivingNumber,
  ArrivingPerson,
  ArrivingStanding,
} from '../../store/arriving.ts';
import type { ImportChangeRow } from '../../store/imports.ts';
import type { ImportPlan, Write } from './plan.ts';
import { type HolderOf, leavingThen, thenOf } from './remembered.ts';

/** Some of the people whom an import changes, or putting one back: how they are to stand, and what that is put back by. */
export interface Part {
  people: ArrivingPerson[];
  badges: ArrivingBadge[];
  numbers: ArrivingNumber[];
  standings: ArrivingStanding[];
  memory: ImportChangeRow[];
}

/** People who are to be changed, wherever that was found out. */
export interface Prepared {
  /** How many there are to be gathered, and in how many steps, which are what parts are made of. */
  people: number;
  items: number;
  /** How long the log was when all of it was so as it was found; null where people were changed since it was. */
  stand: () => Promise<number | null>;
  part: (from: number, count: number) => Promise<Part>;
}

/** Some of the people of a plan; `holderOf` is whose a badge is now. */
export const partsOf = (
  { added, changed, retired }: Pick<ImportPlan, 'added' | 'changed' | 'retired'>,
  holderOf: HolderOf,
): ((from: number, count: number) => Part) => {
  const writes = [...added, ...changed];
  return (from, count) => {
    const some = writes.slice(from, from + count);
    const leaving = retired.slice(
      Math.max(0, from - writes.length),
      Math.max(0, from + count - writes.length),
    );
    return {
      people: some.map(arriving),
      badges: some.flatMap(({ row, badges }) => badges.map((hash) => ({ hash, person: row.id }))),
      numbers: some.flatMap(({ row, identifiers }) =>
        identifiers.map(({ hash, system }) => ({ hash, system, person: row.id })),
      ),
      standings: leaving.map(({ id }) => ({ id, becomes: 'retired' as const })),
      memory: [...some.map((one) => thenOf(one, holderOf)), ...leaving.map(({ id }) => leavingThen(id))],
    };
  };
};

const arriving = ({ row, byHand, onLeave }: Write): ArrivingPerson => ({
  ...row,
  by_hand: byHand,
  on_leave: onLeave ? 1 : 0,
  is_here: 1,
});
