import type { Permission } from '../../../core/access/permissions.ts';
import type { AccessView } from '../../../core/access/view.ts';
import { device } from '../client.ts';

/** What a window sends with each question once somebody signed in in it. */
export interface As {
  headers: { 'x-signed-in': string };
}

export const as = (token: string): As => ({ headers: { 'x-signed-in': token } });

/** How somebody says who they are; the PIN proves it. */
export type Who =
  | { by: 'badge'; code: string }
  | { by: 'name'; name: string }
  | { by: 'person'; person: string };

/** Why nobody was let in; `wait` is for how long nothing is looked at, in ms. */
export interface NotIn {
  problem:
    | 'unknown-badge'
    | 'not-opened'
    | 'waiting'
    | 'disabled'
    | 'no-access'
    | 'not-signed-in'
    | 'no-answer';
  wait: number;
}

const noAnswer: NotIn = { problem: 'no-answer', wait: 0 };

/** How it stands with access, as this window is told. Throws where there is no answer. */
export const askAccess = async (token: string): Promise<AccessView> => {
  const answer = await device.access.$get({}, as(token));
  if (!answer.ok) throw new Error(`The device answered ${answer.status}`);
  return answer.json();
};

/** Signs in; or why not. Not asked twice: a wrong PIN would count twice. */
export const signIn = async (who: Who, pin: string): Promise<{ token: string } | NotIn> => {
  const answer = await device.access['sign-in'].$post({ json: { who, pin } }).catch(() => null);
  if (answer === null || (answer.status !== 200 && answer.status !== 409)) return noAnswer;
  return answer.json().catch(() => noAnswer);
};

export const signOut = async (token: string): Promise<void> => {
  await device.access['sign-out'].$post({ json: {} }, as(token)).catch(() => null);
};

/** Says that somebody is still there, and how it stands then: `signedIn` is null once it is over. Null for no answer. */
export const stayHere = async (token: string): Promise<AccessView | null> => {
  const answer = await device.access.here.$post({ json: {} }, as(token)).catch(() => null);
  return answer?.status === 200 || answer?.status === 401 ? answer.json().catch(() => null) : null;
};

/** What a PIN has to be given once more for. */
export type AskedAgain = Permission;

/** Gives the PIN once more, for one thing; or why it was not taken. Not asked twice. */
export const confirmPin = async (token: string, what: AskedAgain, pin: string): Promise<NotIn | null> => {
  const answer = await device.access.confirmed.$post({ json: { what, pin } }, as(token)).catch(() => null);
  if (answer === null) return noAnswer;
  if (answer.status === 200) return null;
  if (answer.status !== 409 && answer.status !== 401) return noAnswer;
  const said = await answer.json().catch(() => null);
  return said !== null && 'problem' in said ? said : noAnswer;
};
