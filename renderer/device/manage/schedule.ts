import { ok, type Result, refuse } from '../../../core/result.ts';
import type { NotScheduled, ScheduleDay, ScheduledSession } from '../../../core/schedule-view.ts';
import type { Ask } from '../../screens/manage/manager.ts';
import { device } from '../client.ts';

/** A session as somebody plans it. */
export type Wanted = Omit<ScheduledSession, 'id' | 'is' | 'why'>;

const { schedule } = device.manage;

/** One day of the schedule with its week; today where none is named. Throws where there is no answer; as all of these do. */
export const askDay = async (ask: Ask, day: string | null): Promise<ScheduleDay> => {
  const answer = await ask((as) => schedule.days.$get({ query: day === null ? {} : { day } }, as));
  if (answer.status !== 200) throw new Error(`The device answered ${answer.status}`);
  return (await answer.json()) as ScheduleDay;
};

const told = async (answer: {
  status: number;
  json(): Promise<unknown>;
}): Promise<Result<null, NotScheduled>> => {
  if (answer.status === 200) return ok(null);
  if (answer.status !== 409) throw new Error(`The device answered ${answer.status}`);
  const said = (await answer.json()) as { problem: NotScheduled };
  return refuse(said.problem);
};

/** Puts a session on the schedule, or changes the one that is named. The id counts once. */
export const keepSession = async (
  ask: Ask,
  { id, scheduled, session }: { id: string; scheduled: string | null; session: Wanted },
) =>
  told(
    scheduled === null
      ? await ask((as) => schedule.sessions.$post({ json: { id, session } }, as))
      : await ask((as) => schedule.changed.$post({ json: { id, scheduled, session } }, as)),
  );

export const cancelSession = async (
  ask: Ask,
  json: { id: string; scheduled: string; why: 'cancelled' | 'by-mistake' },
) => told(await ask((as) => schedule.cancelled.$post({ json }, as)));

export const sessionBack = async (ask: Ask, json: { id: string; scheduled: string }) =>
  told(await ask((as) => schedule.back.$post({ json }, as)));
