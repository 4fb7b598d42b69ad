import { createHash, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import type { Permission } from '../../../core/access/permissions.ts';
import type { AskedExport, ExportJob } from '../../../core/exports/view.ts';
import { decodeEntry, type Entry } from '../../../core/log/entry.ts';
import type { Device } from '../../../electron/services/device.ts';
import { jobFolder } from '../../../electron/services/exports/job-folder.ts';
import { allEntries } from '../../../electron/store/log.ts';
import { managed } from '../access/desk.ts';

export const always = { from: '2000-01-01', to: '2099-12-31' };
export const ofAll = { unit: null, place: null, kind: null };
export const introductions: AskedExport = { ...always, ...ofAll, format: 'csv', table: 'introductions' };
export const wholeRecord: AskedExport = { format: 'bundle', of: { kind: 'all' } };

/** What lies in the data folder to be fetched. */
export const filesIn = ({ folder }: Device): string[] => readdirSync(jobFolder(folder));

export const exportedEntries = (device: Device): Extract<Entry, { type: 'exported' }>[] =>
  allEntries
    .all(device.db, {})
    .map(({ bytes }) => decodeEntry(bytes))
    .filter((entry) => entry.type === 'exported');

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type Managed = Awaited<ReturnType<typeof managed>>;

/** Somebody at a window who lets files leave. */
export const exporting = (window: Managed) => {
  const by = () => ({ 'x-signed-in': window.token() });
  const answered = async (answer: Response) => ({
    status: answer.status,
    said: JSON.parse((await answer.text()) || 'null'),
  });
  const post = async (path: string, body: unknown) =>
    answered(await window.send(`/api/manage/exports/${path}`, body, by()));
  const send = (asked: AskedExport, id: string = randomUUID()) =>
    post(asked.format === 'bundle' ? 'bundles' : 'rows', { id, asked });
  /** As the page does: where the PIN is wanted once more, it is given, and asked again. */
  const begin = async (asked: AskedExport, id?: string) => {
    const first = await send(asked, id);
    if (first.said.problem !== 'confirm') return first;
    await window.confirm(first.said.what);
    return send(asked, id);
  };
  const jobs = async (): Promise<ExportJob[]> => {
    const { said } = await answered(await window.get('/api/manage/exports/jobs', by()));
    return said.jobs ?? [];
  };
  /** Waits for the end of a file that is being made. */
  const ended = async (id: string): Promise<ExportJob> => {
    for (;;) {
      const job = (await jobs()).find((one) => one.id === id);
      if (job === undefined) throw new Error('There is no such export');
      if (job.state !== 'working') return job;
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  return {
    ...{ post, send, begin, jobs, ended },
    get: async (path: string) => answered(await window.get(`/api/manage/exports/${path}`, by())),
    signIn: async (what: Permission = 'exports') => {
      await window.signIn('483920');
      return window.confirm(what);
    },
    ticket: (id: string) => post('tickets', { id }),
    fetch: (address: string) => window.get(address),
    /** Asks about an address, without fetching what is there. */
    head: (address: string) => window.ask(address, { method: 'HEAD', headers: { cookie: window.cookie } }),
    /** Has a file made, and gives the job, as it stands once it is. */
    made: async (asked: AskedExport): Promise<ExportJob> => {
      const { said } = await begin(asked);
      return ended(said.job.id);
    },
  };
};

/** A kiosk whose manager signed in and gave the PIN once more. */
export const exportingManager = async (options: Parameters<typeof managed>[0] = {}) => {
  const window = await managed(options);
  const desk = exporting(window);
  await desk.signIn();
  return { ...window, ...desk };
};
