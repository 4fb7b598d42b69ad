import { disabledAt } from './lockout.ts';
import { canGrant, type GrantedRole } from './permissions.ts';

/** Somebody who has access. */
export interface Holder {
  person: string;
  role: GrantedRole;
  hasPin: boolean;
  /** How often in a row their PIN was wrong. */
  failures: number;
}

/** Why an administrator or manager opened a PIN again, or the recovery code was used. The log has no free text. */
export const openingReasons = ['mistyped', 'forgotten', 'tried-by-others', 'nobody-left', 'other'] as const;
export type OpeningReason = (typeof openingReasons)[number];

/** Whether somebody can sign in, and then give access. */
const canGive = ({ role, hasPin, failures }: Holder): boolean =>
  canGrant(role) && hasPin && failures < disabledAt;

/** Whether somebody who gives access would go, and nobody who can would be left. */
export const leavesNobody = (holders: readonly Holder[], leaving: ReadonlySet<string>): boolean =>
  holders.some(({ person, role }) => leaving.has(person) && canGrant(role)) &&
  !holders.some((one) => !leaving.has(one.person) && canGive(one));

/** Whether nobody could give access any more if this person had that role, or none. */
export const wouldBeLast = (
  holders: readonly Holder[],
  person: string,
  role: GrantedRole | null = null,
): boolean => (role === null || !canGrant(role)) && leavesNobody(holders, new Set([person]));
