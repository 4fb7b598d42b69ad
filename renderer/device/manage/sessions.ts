import type { Reason, SessionKind, Urgency } from '../../../core/session/words.ts';
import type {
  NoSession,
  NotHeld,
  Page,
  PlacesToFind,
  SessionFound,
  SessionRead,
} from '../../../core/timeline/found.ts';
import type { Mark } from '../../../core/timeline/marks.ts';
import type { PersonCard } from '../../../core/view.ts';
import type { Ask } from '../../screens/manage/manager.ts';
import { device } from '../client.ts';

/** What sessions are looked for by; null is whatever there is. Days are YYYY-MM-DD, both included, or empty. */
export interface Sought {
  from: string;
  to: string;
  unit: string | null;
  place: string | null;
  kind: SessionKind | null;
  urgency: Urgency | null;
  mark: Mark | null;
  /** Of those that can be given for the mark. */
  reason: Reason | null;
  person: string | null;
}

const queryOf = ({ from, to, unit, place, kind, urgency }: Sought, after: string | null) => ({
  ...(from === '' ? {} : { from }),
  ...(to === '' ? {} : { to }),
  ...(unit === null ? {} : { unit }),
  ...(place === null ? {} : { place }),
  ...(kind === null ? {} : { kind }),
  ...(urgency === null ? {} : { urgency }),
  ...(after === null ? {} : { after }),
});

const said = async <Value>(answer: { status: number; json(): Promise<unknown> }): Promise<Value> => {
  if (answer.status !== 200) throw new Error(`The device answered ${answer.status}`);
  return (await answer.json()) as Value;
};

/** A page of the sessions that are sought, the newest first. Throws where there is no answer; as all of these do. */
export const askHeld = async (
  ask: Ask,
  sought: Sought,
  after: string | null,
): Promise<Page<SessionFound>> => {
  const query = {
    ...queryOf(sought, after),
    ...(sought.mark === null ? {} : { mark: sought.mark }),
    ...(sought.mark === null || sought.reason === null ? {} : { reason: sought.reason }),
    ...(sought.person === null ? {} : { person: sought.person }),
  };
  return said(await ask((as) => device.manage.sessions.held.$get({ query }, as)));
};

/** A page of what was scheduled and not held, the newest first. */
export const askNotHeld = async (ask: Ask, sought: Sought, after: string | null): Promise<Page<NotHeld>> => {
  const query = queryOf(sought, after);
  return said(await ask((as) => device.manage.sessions['not-held'].$get({ query }, as)));
};

export const askChoices = async (ask: Ask): Promise<PlacesToFind> =>
  said(await ask((as) => device.manage.sessions.choices.$get({}, as)));

/** Who was in a session, by the beginnings of their names. */
export const askPeople = async (ask: Ask, q: string): Promise<PersonCard[]> => {
  const { people } = await said<{ people: PersonCard[] }>(
    await ask((as) => device.manage.sessions.people.$get({ query: { q } }, as)),
  );
  return people;
};

/** One session; or why there is none. */
export const askSession = async (ask: Ask, session: string): Promise<SessionRead | NoSession> => {
  const answer = await ask((as) => device.manage.sessions.one[':session'].$get({ param: { session } }, as));
  if (answer.status === 404) return (await answer.json()) as NoSession;
  return said(answer);
};
