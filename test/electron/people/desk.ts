import { randomUUID } from 'node:crypto';
import type { ListedPerson, PeoplePage, PersonFile } from '../../../core/people/view.ts';
import type { DeviceOptions } from '../../../electron/services/device.ts';
import { letIn, origin } from '../../support/api.ts';
import { managed, managerPin } from '../access/desk.ts';

interface Said {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what a browser gets is looked at as it comes.
  said: any;
}

/** A window at a demo kiosk, in which Amara is signed in and gave her PIN once more for people. */
export const atPeople = async (options: Partial<DeviceOptions> = {}) => {
  const kiosk = await managed(options);
  await kiosk.signIn(managerPin);
  await kiosk.confirm('people');
  return { ...kiosk, ...asking(kiosk), ...(await bytesTo(kiosk)) };
};

type Window = Pick<Awaited<ReturnType<typeof managed>>, 'send' | 'get' | 'token' | 'device'>;

const asking = ({ send, get, token }: Window) => {
  const by = () => ({ 'x-signed-in': token() });
  const read = async (answer: Response): Promise<Said> => ({
    status: answer.status,
    said: await answer.json().catch(() => null),
  });
  const look = async (path: string, query: Record<string, string> = {}): Promise<Said> =>
    read(await get(`/api/manage/people${path}?${new URLSearchParams(query)}`, by()));
  const change = async (path: string, body: object): Promise<Said> =>
    read(await send(`/api/manage/people/${path}`, body, by()));
  const file = async (id: string): Promise<PersonFile> => (await look('/person', { id })).said.person;
  /** A change of somebody as they are now; gives what was said and the id of the change. */
  const of = async (path: string, person: string, more: object = {}): Promise<Said & { id: string }> => {
    const { version } = await file(person);
    const id = randomUUID();
    return { id, ...(await change(path, { id, person, version, ...more })) };
  };
  return {
    ...{ look, change, file, of },
    list: async (query: Record<string, string> = {}): Promise<PeoplePage> => (await look('', query)).said,
    names: async (query: Record<string, string> = {}): Promise<string[]> =>
      ((await look('', query)).said.people as ListedPerson[]).map(({ card }) =>
        `${card.first} ${card.rest}`.trim(),
      ),
    say: (person: string, what: object) => of('changed', person, { change: what }),
    putBack: (change_: string) => change('put-back', { id: randomUUID(), of: change_ }),
    add: async (given: string, family = '', role = 'bedside-nurse'): Promise<PersonFile> =>
      (await change('added', { id: randomUUID(), given, family, role, sure: true })).said.person,
  };
};

/** Sends bytes as a browser of this device does that was let in. */
const bytesTo = async ({ device, token }: Window) => {
  const { ask, cookie } = await letIn(device);
  return {
    photo: async (query: Record<string, string>, type: string, body: BodyInit): Promise<Said> => {
      const answer = await ask(`/api/manage/people/photos?${new URLSearchParams(query)}`, {
        method: 'POST',
        headers: { cookie, origin, 'content-type': type, 'x-signed-in': token() },
        body,
      });
      const text = await answer.text();
      return { status: answer.status, said: text.startsWith('{') ? JSON.parse(text) : text };
    },
  };
};
