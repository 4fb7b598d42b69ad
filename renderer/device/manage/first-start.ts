import type { OpeningReason } from '../../../core/access/holders.ts';
import type { DeviceView } from '../../../core/view.ts';
import { device } from '../client.ts';
import type { NotIn } from './access.ts';

/** Each may be asked twice: where the answer was lost, the same `id` gives the same code again. */
const twice = async <Answer>(ask: () => Promise<Answer>): Promise<Answer | null> =>
  ask().catch(() => ask().catch(() => null));

/** Argon2 takes its time on a small machine, and so does the disk. */
const patient = (input: RequestInfo | URL, init?: RequestInit) =>
  fetch(input, { ...init, signal: AbortSignal.timeout(20_000) });

/** Says where the kiosk stands, while nobody manages it. */
export const saySite = async (site: {
  place: string;
  unit: string;
  language: string;
}): Promise<DeviceView | 'no-name' | 'not-first-start' | 'no-answer'> => {
  const answer = await twice(() => device['first-start'].site.$post({ json: site }));
  if (answer === null || ![200, 409, 422].includes(answer.status)) return 'no-answer';
  const said = await answer.json().catch(() => null);
  if (said === null || !('view' in said || 'problem' in said)) return 'no-answer';
  return 'view' in said ? said.view : said.problem;
};

/** Makes somebody who is on the list the first manager; gives the recovery code, which is shown once. */
export const nameFirst = async (first: {
  id: string;
  person: string;
  pin: string;
}): Promise<{ code: string } | { problem: string }> => {
  const answer = await twice(() => device.access.first.$post({ json: first }, { fetch: patient }));
  if (answer === null || ![200, 409, 422].includes(answer.status)) return { problem: 'no-answer' };
  const said = await answer.json().catch(() => null);
  return said !== null && ('code' in said || 'problem' in said) ? said : { problem: 'no-answer' };
};

/** What the sealed code is used for: `pin` null opens the person’s PIN again, else it names them a manager with it. */
export interface Recovering {
  id: string;
  code: string;
  because: OpeningReason;
  person: string;
  pin: string | null;
}

/** Uses the recovery code; gives the one that takes its place, or why not. */
export const recover = async (asked: Recovering): Promise<{ code: string } | NotRecovered> => {
  const answer = await twice(() => device.access.recovered.$post({ json: asked }, { fetch: patient }));
  if (answer === null || ![200, 409].includes(answer.status)) return { problem: 'no-answer', wait: 0 };
  const said = await answer.json().catch(() => null);
  return said !== null && ('code' in said || 'problem' in said) ? said : { problem: 'no-answer', wait: 0 };
};

export interface NotRecovered {
  problem: NotIn['problem'] | 'not-a-code' | 'wrong-code' | 'not-needed' | (string & {});
  wait: number;
}
