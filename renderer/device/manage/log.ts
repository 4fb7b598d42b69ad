import type { EntryProof, LogPage, LogStanding, LogWanted, Verification } from '../../../core/log/reading.ts';
import type { Ask } from '../../screens/manage/manager.ts';
import { device } from '../client.ts';

const said = async <Value>(answer: { status: number; json(): Promise<unknown> }): Promise<Value> => {
  if (answer.status !== 200) throw new Error(`The device answered ${answer.status}`);
  return (await answer.json()) as Value;
};

/** How it stands with the record. Throws where there is no answer; as all of these do. */
export const askStanding = async (ask: Ask): Promise<LogStanding> =>
  said(await ask((as) => device.manage.log.standing.$get({}, as)));

/** A page of the log from below a number, the newest first. */
export const askEntries = async (ask: Ask, wanted: LogWanted, below: number | null): Promise<LogPage> => {
  const query = Object.fromEntries(
    Object.entries({ ...wanted, below: below === null ? undefined : String(below) }).filter(
      ([, value]) => value !== undefined && value !== '',
    ),
  );
  return said(await ask((as) => device.manage.log.entries.$get({ query }, as)));
};

/** One entry with its proof; null where there is none by this number. */
export const askEntry = async (ask: Ask, seq: number): Promise<EntryProof | null> => {
  const answer = await ask((as) =>
    device.manage.log.entries[':seq'].$get({ param: { seq: String(seq) } }, as),
  );
  return answer.status === 404 ? null : said(answer);
};

/** How the check stands. To ask is not to be there: it keeps nobody signed in. */
export const askCheck = async (ask: Ask): Promise<Verification> =>
  said(await ask((as) => device.manage.log.check.$get({}, as)));

/** Begins a check under this id, which counts once. */
export const beginCheck = async (ask: Ask, id: string): Promise<Verification> =>
  said(await ask((as) => device.manage.log.check.$post({ json: { id } }, as)));

export const stopCheck = async (ask: Ask): Promise<Verification> =>
  said(await ask((as) => device.manage.log.check.cancelled.$post({ json: {} }, as)));
