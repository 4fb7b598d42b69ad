import type { RoleId } from '../../../core/roles.ts';
import type { Part, SessionKind } from '../../../core/session/words.ts';
import type { Scheduled } from '../../../core/view.ts';

/** Who comes and who goes. */

/** Somebody who is chosen: with the role they have today, and what a shift change is for them (null: they stay on). */
export interface Member {
  person: string;
  role: RoleId;
  part: Part | null;
}

/**
 * The team of something scheduled. Where the schedule does not say who arrives and who leaves, those leave who were
 * `here` before. Whoever was chosen `before` it and is not in the schedule stays chosen.
 */
export const teamOf = (
  { team }: Pick<Scheduled, 'team'>,
  here: readonly string[],
  before: readonly Member[],
): Member[] => {
  const isSaid = team.some((one) => one.part != null);
  const members = team.map(({ person, role, part = null }) => ({
    person,
    role,
    part: isSaid ? part : here.includes(person) ? ('leaving' as const) : ('arriving' as const),
  }));
  const named = new Set(team.map(({ person }) => person));
  return [...members, ...before.filter(({ person }) => !named.has(person))];
};

/** In the order in which it is read: those who arrive, those who leave, those who stay on. */
export const inTurn = (team: readonly Member[]): Member[] =>
  (['arriving', 'leaving', null] as const).flatMap((part) => team.filter((one) => one.part === part));

const turns: readonly (Part | null)[] = ['arriving', 'leaving', null];

/** What somebody's part is after one more touch. */
export const partAfter = (part: Part | null): Part | null =>
  turns[(turns.indexOf(part) + 1) % turns.length] ?? null;

/** Minutes before and after its time in which something scheduled is taken for what is on now. */
const near = 120;

/**
 * Of what is scheduled today and was not held yet, what is nearest to now; of two, what comes. Null for nothing within so
 * many minutes.
 */
export const nearest = (
  schedule: readonly Scheduled[],
  now: Date,
  kind: SessionKind | null = null,
  within = near,
): Scheduled | null => {
  const minutes = now.getHours() * 60 + now.getMinutes();
  const away = ({ time }: Scheduled): number => {
    const [hours = 0, rest = 0] = time.split(':').map(Number);
    return hours * 60 + rest - minutes;
  };
  const [first = null] = schedule
    .filter((one) => !one.held && Math.abs(away(one)) <= within && (kind === null || one.kind === kind))
    .sort((a, b) => Math.abs(away(a)) - Math.abs(away(b)) || away(b) - away(a));
  return first;
};
