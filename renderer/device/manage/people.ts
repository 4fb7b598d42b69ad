import type { HandChange, Leave } from '../../../core/people/edit.ts';
import type {
  LastChange,
  ListFilter,
  MergePreview,
  PeoplePage,
  PersonFile,
  Suspects,
} from '../../../core/people/view.ts';
import type { RoleId } from '../../../core/roles.ts';
import type { PersonCard } from '../../../core/view.ts';
import { device } from '../client.ts';
import type { As } from './access.ts';

/** Each call is one question, for `Ask`. What changes anything carries an id made by whoever asks, and counts once. */

const people = device.manage.people;

export interface ListWanted {
  q: string;
  filter: ListFilter;
  from: number;
  /** The language that sorts names, BCP 47. */
  language: string;
}

export const askList =
  ({ from, ...query }: ListWanted) =>
  (as: As) =>
    people.$get({ query: { ...query, from: String(from) } }, as);

export const askSuspects = (from: number, language: string) => (as: As) =>
  people.suspects.$get({ query: { from: String(from), language } }, as);

export const askChanges = (as: As) => people.changes.$get({}, as);

export const askPair = (one: string, other: string) => (as: As) =>
  people.pair.$get({ query: { one, other } }, as);

export const askPerson = (id: string, language: string) => (as: As) =>
  people.person.$get({ query: { id, language } }, as);

/** Whom a change is of, as they were seen. */
export interface Of {
  id: string;
  person: string;
  version: number;
  language: string;
}

export const addPerson =
  (json: { id: string; given: string; family: string; role: RoleId; language: string; sure: boolean }) =>
  (as: As) =>
    people.added.$post({ json }, as);

export const changePerson = (of: Of, change: HandChange) => (as: As) =>
  people.changed.$post({ json: { ...of, change } }, as);

export const setLeave = (of: Of, leave: Leave | null) => (as: As) =>
  people.leave.$post({ json: { ...of, leave } }, as);

export const retire = (json: Of) => (as: As) => people.retired.$post({ json }, as);
export const takeBackIn = (json: Of) => (as: As) => people.returned.$post({ json }, as);
export const remove = (json: Of) => (as: As) => people.removed.$post({ json }, as);

/** Photos take longer than taps: to send, and to be made smaller. */
const longPatience = (input: RequestInfo | URL, init?: RequestInit) =>
  fetch(input, { ...init, signal: AbortSignal.timeout(30_000) });

export const sendPhoto =
  ({ version, ...of }: Of, photo: { kind: 'face' | 'masked'; taken: string; picture: Blob }) =>
  (as: As) =>
    people.photos.$post(
      { query: { ...of, version: String(version), kind: photo.kind, taken: photo.taken } },
      {
        headers: { ...as.headers, 'content-type': photo.picture.type },
        init: { body: photo.picture },
        fetch: longPatience,
      },
    );

type Whom = Pick<Of, 'id' | 'person' | 'language'>;
export const assignBadge = (whom: Whom, code: string, move: boolean) => (as: As) =>
  people.badges.$post({ json: { ...whom, code, move } }, as);
export const takeBadges = (json: Whom) => (as: As) => people.badges.taken.$post({ json }, as);

interface Side {
  person: string;
  version: number;
}
export const mergePeople = (json: { id: string; keep: Side; double: Side; language: string }) => (as: As) =>
  people.merged.$post({ json }, as);
export const tellApart = (json: { id: string; one: string; other: string }) => (as: As) =>
  people['told-apart'].$post({ json }, as);
export const putBack = (json: { id: string; of: string }) => (as: As) =>
  people['put-back'].$post({ json }, as);

interface Answer {
  status: number;
  json(): Promise<unknown>;
}

/** All that an answer can say. Both sides are built together: what it says is what the route gives. */
interface Said {
  person?: PersonFile;
  result?: unknown;
  problem?: unknown;
  alike?: PersonCard[];
  changes?: LastChange[];
}
const saidIn = async (answer: Answer): Promise<Said> =>
  ((await answer.json().catch(() => null)) ?? {}) as Said;

const failed = (answer: Answer): never => {
  throw new Error(`The device answered ${answer.status}`);
};

const whole =
  <Value>() =>
  async (answer: Answer): Promise<Value> =>
    answer.status === 200 ? ((await answer.json()) as Value) : failed(answer);

export const listIn = whole<PeoplePage>();
export const suspectsIn = whole<Suspects>();
export const changesIn = async (answer: Answer): Promise<LastChange[]> =>
  (await whole<{ changes: LastChange[] }>()(answer)).changes;

/** Null where there is nobody of this id any more. */
export const personIn = async (answer: Answer): Promise<PersonFile | null> =>
  answer.status === 404 ? null : (await whole<{ person: PersonFile }>()(answer)).person;
export const pairIn = async (answer: Answer): Promise<MergePreview | null> =>
  answer.status === 404 ? null : whole<MergePreview>()(answer);

/** What became of a change: kept, with the person as they are now; or why it was not. */
export type Changed =
  | { is: 'kept'; person: PersonFile | null; result: unknown }
  | { is: 'meanwhile'; person: PersonFile }
  | { is: 'alike'; alike: PersonCard[] }
  | { is: 'refused'; problem: unknown }
  | { is: 'gone' };

/** Throws where the answer says nothing of the change: it may not have been kept. */
export const changedIn = async (answer: Answer): Promise<Changed> => {
  const said = await saidIn(answer);
  if (answer.status === 200)
    return said.alike === undefined
      ? { is: 'kept', person: said.person ?? null, result: said.result ?? null }
      : { is: 'alike', alike: said.alike };
  if (answer.status === 409 && said.person !== undefined) return { is: 'meanwhile', person: said.person };
  if (answer.status === 404) return { is: 'gone' };
  return answer.status === 422 || answer.status === 409
    ? { is: 'refused', problem: said.problem }
    : failed(answer);
};
