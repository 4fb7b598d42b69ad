import type {
  AskedExport,
  ExportChoices,
  ExportJob,
  NoTicket,
  NotBegun,
  PastExport,
} from '../../../core/exports/view.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import type { Ask } from '../../screens/manage/manager.ts';
import { device } from '../client.ts';

const said = async <Value>(answer: { status: number; json(): Promise<unknown> }): Promise<Value> => {
  if (answer.status !== 200) throw new Error(`The device answered ${answer.status}`);
  return (await answer.json()) as Value;
};

/** What can be chosen from. Throws where there is no answer; as all of these do. */
export const askChoices = async (ask: Ask): Promise<ExportChoices> =>
  said(await ask((as) => device.manage.exports.choices.$get({}, as)));

export interface PastPage {
  exports: PastExport[];
  next: number | null;
}

/** What left before, from below a number, the newest first. */
export const askPast = async (ask: Ask, below: number | null): Promise<PastPage> => {
  const query = below === null ? {} : { below: String(below) };
  return said(await ask((as) => device.manage.exports.past.$get({ query }, as)));
};

/** The files of this window. To ask is not to be there: it keeps nobody signed in. */
export const askJobs = async (ask: Ask): Promise<ExportJob[]> => {
  const { jobs } = await said<{ jobs: ExportJob[] }>(
    await ask((as) => device.manage.exports.jobs.$get({}, as)),
  );
  return jobs;
};

/** Begins to make a file under this id, which counts once; or why not. */
export const beginExport = async (
  ask: Ask,
  id: string,
  asked: AskedExport,
): Promise<Result<ExportJob, NotBegun>> => {
  const { rows, bundles } = device.manage.exports;
  const answer = await (asked.format === 'bundle'
    ? ask((as) => bundles.$post({ json: { id, asked } }, as))
    : ask((as) => rows.$post({ json: { id, asked } }, as)));
  if (answer.status !== 200 && answer.status !== 409) throw new Error(`The device answered ${answer.status}`);
  const begun = await answer.json();
  return 'job' in begun ? ok(begun.job) : refuse(begun.problem);
};

export const cancelExport = async (ask: Ask, id: string): Promise<ExportJob[]> => {
  const { jobs } = await said<{ jobs: ExportJob[] }>(
    await ask((as) => device.manage.exports.cancelled.$post({ json: { id } }, as)),
  );
  return jobs;
};

/** An address to fetch a file from, once; the log says by then that it left. */
export const askTicket = async (ask: Ask, id: string): Promise<Result<string, NoTicket>> => {
  const answer = await ask((as) => device.manage.exports.tickets.$post({ json: { id } }, as));
  if (answer.status !== 200 && answer.status !== 409) throw new Error(`The device answered ${answer.status}`);
  const given = await answer.json();
  return 'address' in given ? ok(given.address) : refuse(given.problem);
};
