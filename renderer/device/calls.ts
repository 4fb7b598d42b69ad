import type { RoleId } from '../../core/roles.ts';
import type { CommandInput } from '../../core/session/commands.ts';
import type { ChoicesChange, DeviceView, PersonCard, StartView } from '../../core/view.ts';
import type { Reply } from './answer.ts';
import { device } from './client.ts';

/** Each call is one question to the device. All of them throw when there is no answer. */

export const askView = async (): Promise<DeviceView> => {
  const answer = await device.view.$get();
  return answer.json();
};

export const askStart = async (): Promise<StartView> => {
  const answer = await device.start.$get();
  return answer.json();
};

export const findPeople = async (q: string): Promise<PersonCard[]> => {
  const answer = await device.people.$get({ query: { q } });
  return (await answer.json()).people;
};

/** Whatever is not a clear yes or a reasoned no was not recorded. */
export const postCommand = async (command: CommandInput): Promise<Reply> => {
  const answer = await device.commands.$post({ json: command });
  return answer.status === 200 || answer.status === 409 ? answer.json() : { outcome: 'not-recorded' };
};

export const changeChoices = async (session: string, change: ChoicesChange): Promise<DeviceView | null> => {
  const answer = await device.choices.$post({ json: { session, change } });
  return answer.status === 200 ? (await answer.json()).view : null;
};

/** Somebody who is in no list. Null when the name cannot be kept as it was typed. */
export const addVisitor = async (name: string, role: RoleId): Promise<PersonCard | null> => {
  const answer = await device.visitors.$post({ json: { id: crypto.randomUUID(), name, role } });
  return answer.status === 200 ? (await answer.json()).person : null;
};

export const readBadge = async (code: string, at: 'start' | 'session') => {
  const answer = await device.badges.$post({ json: { id: crypto.randomUUID(), code, at } });
  return answer.status === 200 ? answer.json() : null;
};
