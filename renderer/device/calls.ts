import type { NameProblem } from '../../core/names.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { RoleId } from '../../core/roles.ts';
import type { CommandInput } from '../../core/session/commands.ts';
import type { ChoicesChange, DeviceView, PersonCard, RecordSheet, StartView } from '../../core/view.ts';
import type { Reply } from './answer.ts';
import { device } from './client.ts';

/** Each call is one question to the device. All of them throw when there is no answer, or none that says anything. */

/** A device that failed says so, with a status and nothing that a screen could show. */
const answered = <Answer extends { ok: boolean; status: number }>(answer: Answer): Answer => {
  if (!answer.ok) throw new Error(`The device answered ${answer.status}`);
  return answer;
};

export const askView = async (): Promise<DeviceView> => {
  const answer = answered(await device.view.$get());
  return answer.json();
};

/** What a second display may have of the view. */
export const askWall = async (): Promise<DeviceView> => {
  const answer = answered(await device.wall.$get());
  return answer.json();
};

export const askStart = async (): Promise<StartView> => {
  const answer = answered(await device.start.$get());
  return answer.json();
};

export const findPeople = async (q: string): Promise<PersonCard[]> => {
  const answer = answered(await device.people.$get({ query: { q } }));
  const found = await answer.json();
  return 'people' in found ? found.people : [];
};

/**
 * Whatever is not a clear yes or a reasoned no was not recorded; but where the device itself cannot tell yet, that is no
 * answer either.
 */
export const postCommand = async (command: CommandInput): Promise<Reply> => {
  const answer = await device.commands.$post({ json: command });
  if (answer.status === 200 || answer.status === 409) return answer.json();
  const said: unknown = await answer.json().catch(() => null);
  if (isNotKnown(said)) throw new Error('The device cannot tell yet whether it recorded that');
  return { outcome: 'not-recorded' };
};

const isNotKnown = (said: unknown): boolean =>
  typeof said === 'object' && said !== null && 'outcome' in said && said.outcome === 'not-known';

export const changeChoices = async (session: string, change: ChoicesChange): Promise<DeviceView | null> => {
  const answer = await device.choices.$post({ json: { session, change } });
  return answer.status === 200 ? (await answer.json()).view : null;
};

/** How the screen is to be, in every window of this device. */
export interface DisplayChange {
  mode?: DeviceView['theme']['mode'];
  hand?: DeviceView['hand'];
  hints?: boolean;
}

export const changeDisplay = async (change: DisplayChange): Promise<DeviceView> => {
  const answer = answered(await device.display.$post({ json: change }));
  const changed = await answer.json();
  if (!('view' in changed)) throw new Error('The device did not say how it is now');
  return changed.view;
};

/** What was found by a wristband: whom the patient met earlier in the stay, as participants; or why it is of no use. */
export type StayReply =
  | { met: string[]; view: DeviceView }
  | { problem: 'no-such-session' | 'too-short' | 'is-a-badge'; view: DeviceView };

/** A problem comes with an answer too. */
const stayReply = async (answer: {
  ok: boolean;
  status: number;
  json: () => Promise<object>;
}): Promise<StayReply> => {
  if (answer.status !== 409) answered(answer);
  const said = await answer.json();
  if (!isStayReply(said)) throw new Error('The device did not say whose wristband that is');
  return said;
};

const isStayReply = (said: object): said is StayReply =>
  'view' in said && ('met' in said || 'problem' in said);

export const nameStay = async (session: string, number: string): Promise<StayReply> =>
  stayReply(await device.stays.$post({ json: { session, number } }));

/** It was another patient’s wristband. */
export const unnameStay = async (session: string): Promise<StayReply> =>
  stayReply(await device.stays.wrong.$post({ json: { session } }));

/** Nobody was added: these people have a name like theirs, and one of them may be meant. */
export interface Alike {
  alike: PersonCard[];
}

/**
 * Adds somebody who is in no list; asking again with the same id adds them once. Refused where the name cannot be
 * kept as it was typed. Where others have a name like it, they are given instead, unless one is `sure`.
 */
export const addVisitor = async (
  id: string,
  name: string,
  role: RoleId,
  sure = false,
): Promise<Result<PersonCard | Alike, NameProblem>> => {
  const answer = await device.visitors.$post({ json: { id, name, role, sure } });
  if (answer.status !== 422) answered(answer);
  const said = await answer.json();
  if ('person' in said) return ok(said.person);
  if ('alike' in said) return ok(said);
  return refuse('problem' in said ? said.problem : 'forbidden-character');
};

/** Whose badge was read, and what it led to. Asked twice under one id if the first time has no answer. */
export const readBadge = async (code: string, at: 'start' | 'session') => {
  const json = { id: crypto.randomUUID(), code, at };
  const ask = async () => answered(await device.badges.$post({ json }));
  const answer = await ask().catch(ask);
  const read = await answer.json();
  return 'outcome' in read ? read : null;
};

export const askRecord = async (): Promise<RecordSheet> => {
  const answer = answered(await device.record.$get());
  return answer.json();
};

/** A checkpoint of the record as it stands now, a signed note; that it leaves in this way is in the record already. */
export const shareCheckpoint = async (way: 'shown' | 'printed') => {
  const answer = answered(await device.checkpoints.$post({ json: { way } }));
  const shared = await answer.json();
  if (!('note' in shared)) throw new Error('The device gave no checkpoint');
  return shared;
};
