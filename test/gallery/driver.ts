import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import type { CommandInput } from '../../core/session/commands.ts';
import type { Round, Session } from '../../core/session/state.ts';
import type { ChoicesChange, DeviceView, PersonCard, StartView } from '../../core/view.ts';

type Without<Key extends string, Item> = Item extends unknown ? Omit<Item, Key> : never;
type Member = Pick<PersonCard, 'id' | 'role'>;
type Tap = Without<'id' | 'session', Exclude<CommandInput, { type: 'open-session' }>>;

/** Whoever makes a team a crowd. */
const visitorNames = ['Ama', 'Bo', 'Chidi', 'Dao', 'Efua', 'Farid', 'Gita', 'Hugo'];

/** The text of a key in a language, if it is there already. */
const textIn = (language: string, file: string, path: string): string | undefined => {
  const words = JSON.parse(
    readFileSync(new URL(`../../resources/locales/${language}/${file}.json`, import.meta.url), 'utf8'),
  );
  return path.split('.').reduce((found, part) => found?.[part], words);
};

/** Brings the running kiosk to where a picture is wanted, by the same requests that its own page makes. */
export const driverOf = (page: Page, language: string) => {
  const ask = (path: string, body?: object): Promise<{ status: number; answer: unknown }> =>
    page.evaluate(
      async ([to, sent]) => {
        const headers = { 'content-type': 'application/json' };
        const reply = await fetch(to, sent === null ? {} : { method: 'POST', headers, body: sent });
        return { status: reply.status, answer: await reply.json() };
      },
      [path, body === undefined ? null : JSON.stringify(body)] as const,
    );
  const send = async (command: CommandInput): Promise<void> => {
    const { status, answer } = await ask('/api/commands', command);
    const { refusal } = answer as { refusal?: unknown };
    if (status !== 200) throw new Error(`${command.type} was not carried out: ${JSON.stringify(refusal)}`);
  };
  // The kiosk's own answers are its own types.
  const view = async () => (await ask('/api/view')).answer as DeviceView;
  const session = async (): Promise<Session> => {
    const open = (await view()).session;
    if (open === null) throw new Error('No session is open');
    return open;
  };
  const round = async (): Promise<Round> => {
    const last = (await session()).rounds.at(-1);
    if (last === undefined) throw new Error('No round is open');
    return last;
  };
  /** The demo team, in an order that does not depend on who was here last. */
  const people = async (): Promise<PersonCard[]> =>
    ((await ask('/api/start')).answer as StartView).people
      .filter(({ visitor: typedIn }) => !typedIn)
      .toSorted((one, other) => (one.first < other.first ? -1 : 1));
  const visitors = new Map<string, Member>();
  /** Somebody who is in no list and has no photo; typed in once, however often they come. */
  const visitor = async (name: string, role: Member['role']): Promise<Member> => {
    const known = visitors.get(name);
    if (known !== undefined) return { ...known, role };
    const { status, answer } = await ask('/api/visitors', { id: randomUUID(), name, role, sure: true });
    if (status !== 200) throw new Error(`${name} could not be typed in: ${JSON.stringify(answer)}`);
    const { id } = (answer as { person: PersonCard }).person;
    visitors.set(name, { id, role });
    return { id, role };
  };
  return {
    language,
    view,
    session,
    round,
    /** What a button says: a key such as `start:hand`, and whom it names. */
    says: (key: string, name = ''): string => {
      const [file = '', path = ''] = key.split(':');
      const [found] = [language, 'en'].flatMap((spoken) => textIn(spoken, file, path) ?? []);
      if (found === undefined) throw new Error(`There is no text ${key}`);
      return found.replace('{{name}}', name);
    },
    open: async (scheduled: number): Promise<void> => {
      const { schedule } = (await ask('/api/start')).answer as StartView;
      const plan = schedule[scheduled];
      if (plan === undefined) throw new Error('Nothing is scheduled in the demo');
      await send({
        ...{ type: 'open-session', id: randomUUID(), kind: plan.kind, scheduled: plan.id },
        ...{ urgency: plan.urgency, interpreter: 'none', team: plan.team },
      });
    },
    /** Nothing is open, whatever was going on. */
    rest: async (): Promise<void> => {
      const open = (await view()).session;
      if (open === null) return;
      const at = { id: randomUUID(), session: open.id };
      const running = open.rounds.find(({ ended }) => ended === null);
      if (running !== undefined)
        await send({ ...at, type: 'end-round', round: running.id, outcome: 'stopped' });
      await send({ ...at, id: randomUUID(), type: 'close-session' });
    },
    people,
    visitor,
    /** So many people: the demo team, and others who were typed in. */
    crowd: async (count: number): Promise<Member[]> => {
      const known: Member[] = (await people()).slice(0, count);
      const others: Member[] = [];
      for (const name of visitorNames.slice(0, count - known.length))
        others.push(await visitor(name, 'care-team-member'));
      return [...known, ...others];
    },
    /** Opens a session with these people, each in the role they usually have. */
    openWith: async (members: readonly Member[]): Promise<void> => {
      const team = members.map(({ id, role }) => ({ person: id, role }));
      await send({
        ...{ type: 'open-session', id: randomUUID(), kind: 'surgery', scheduled: null },
        ...{ urgency: 'elective', interpreter: 'none', team },
      });
    },
    /** Opens a shift change in which every second of these people arrives, and the others leave. */
    openShift: async (people: readonly Member[]): Promise<void> => {
      const team = people.map(({ id, role }, at) => ({
        ...{ person: id, role },
        part: at % 2 === 0 ? ('arriving' as const) : ('leaving' as const),
      }));
      await send({
        ...{ type: 'open-session', id: randomUUID(), kind: 'shift-change', scheduled: null },
        ...{ urgency: 'elective', interpreter: 'none', team },
      });
    },
    tap: async (tap: Tap): Promise<void> => send({ ...tap, id: randomUUID(), session: (await session()).id }),
    /** Which stay the open session belongs to, by the number on the patient's wristband. */
    wristband: async (number: string): Promise<void> => {
      await ask('/api/stays', { session: (await session()).id, number });
    },
    choose: async (change: ChoicesChange): Promise<void> => {
      await ask('/api/choices', { session: (await session()).id, change });
    },
  };
};

export type Driver = ReturnType<typeof driverOf>;
