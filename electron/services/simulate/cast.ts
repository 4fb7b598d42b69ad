import type { RoleId } from '../../../core/roles.ts';
import type { Part, SessionKind } from '../../../core/session/words.ts';
import type { Chance } from './chance.ts';

/** A person with the role they have in a session. */
export interface Member {
  person: string;
  role: RoleId;
  /** What a shift change is for them. */
  part?: Part;
}

/** Who takes part, and how often; the first is who leads. A role that is there twice has two people. */
const teams: Record<SessionKind, readonly (readonly [RoleId, number])[]> = {
  surgery: [
    ['surgeon', 1],
    ['anesthesiologist', 1],
    ['nurse-anesthetist', 0.85],
    ['circulating-nurse', 1],
    ['scrub-technician', 1],
    ['surgical-assistant', 0.6],
    ['medical-student', 0.25],
    ['perfusionist', 0.08],
  ],
  'shift-change': [
    ['bedside-nurse', 1],
    ['bedside-nurse', 1],
    ['charge-nurse', 0.5],
    ['hospital-doctor', 0.35],
    ['medical-student', 0.1],
  ],
};

/** A team for one occasion, of people who can be in it: nobody twice. */
export const teamFor = (
  chance: Chance,
  people: readonly Member[],
  { kind, interpreter }: { kind: SessionKind; interpreter: boolean },
): [Member, ...Member[]] => {
  const wanted = teams[kind].filter(([, often]) => chance.happens(often)).map(([role]) => role);
  const team: Member[] = [];
  for (const role of interpreter ? [...wanted, 'interpreter' as const] : wanted) {
    const one = somebody(chance, people, team, (member) => member.role === role);
    if (one !== null) team.push(one);
  }
  const [lead, ...others] = team;
  if (lead === undefined) throw new Error('Nobody can make up this team');
  return kind === 'shift-change'
    ? [{ ...lead, part: 'arriving' }, ...others.map(leavingFor(lead))]
    : [lead, ...others];
};

/** Of a shift change, whoever has the same role as who arrives is who leaves. */
const leavingFor =
  (lead: Member) =>
  (one: Member): Member =>
    one.role === lead.role ? { ...one, part: 'leaving' } : one;

/** Somebody who is not in the team yet and fits; null if there is nobody. */
export const somebody = (
  chance: Chance,
  people: readonly Member[],
  team: readonly Member[],
  fits: (member: Member) => boolean = () => true,
): Member | null => {
  const taken = new Set(team.map((one) => one.person));
  const [first, ...others] = people.filter((one) => !taken.has(one.person) && fits(one));
  return first === undefined ? null : chance.oneOf([first, ...others]);
};
