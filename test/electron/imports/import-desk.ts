import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import {
  type Decisions,
  type ImportPreview,
  nothingDecided,
  type PreviewRow,
} from '../../../core/roster/import-view.ts';
import { carryOutImport } from '../../../electron/services/imports/carry-out.ts';
import { planImport } from '../../../electron/services/imports/people.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { origin } from '../../support/api.ts';
import { temporaryFolder } from '../../support/device.ts';
import { steadyClock } from '../../support/steady-clock.ts';
import { managerPin, windowAt } from '../access/desk.ts';

/** A manager at the screen of imports, as a page asks for it. */
export const importDesk = async (area: 'imports' | 'schedule/imports' = 'imports') => {
  const clock = steadyClock();
  const device = openDevice({ folder: temporaryFolder(), clock });
  onTestFinished(() => device.close());
  const list = Buffer.from('employee id,first name,last name,role\nM1,Mana,Ger,Charge nurse\n');
  const plan = await planImport(device, { bytes: list, folder: device.folder });
  await carryOutImport(device, plan, { actor: { kind: 'command-line' }, skipProblems: false });
  const manager = plan.added[0]?.row.id ?? '';
  const window = await windowAt(device);
  const { send, get, signIn, confirm, token } = window;
  await window.post('first', { id: randomUUID(), person: manager, pin: managerPin });
  await signIn(managerPin, { by: 'person', person: manager });
  if (area === 'imports') await confirm('people');
  const by = () => ({ 'x-signed-in': token() });
  const base = `/api/manage/${area}`;
  const post = async (path: string, body: unknown) => {
    const answer = await send(`${base}/${path}`, body, by());
    return { status: answer.status, said: JSON.parse((await answer.text()) || '{}') };
  };
  const ask = async (path: string) => {
    const answer = await get(`${base}/${path}`, by());
    return { status: answer.status, said: JSON.parse((await answer.text()) || '{}') };
  };
  const put =
    (path: string, type: string) => async (draft: string, name: string, bytes: Uint8Array | string) => {
      const query = new URLSearchParams({ draft, name });
      const answer = await window.ask(`${base}/${path}?${query}`, {
        method: 'POST',
        headers: { cookie: window.cookie, origin, ...by(), 'content-type': type },
        body: new Uint8Array(Buffer.from(bytes)),
      });
      return answer.status;
    };
  const file = put('files', 'application/octet-stream');
  const begin = async (...files: [string, Uint8Array | string][]): Promise<string> => {
    const draft = randomUUID();
    await post('begun', { id: draft });
    for (const [name, bytes] of files) await file(draft, name, bytes);
    return draft;
  };
  const preview = async (draft: string, decided: Partial<Decisions> = {}): Promise<ImportPreview> => {
    const { said } = await post('previewed', { draft, decisions: { ...nothingDecided, ...decided } });
    return said.preview;
  };
  const rows = async (draft: string, plan: string, part: string, from = 0): Promise<PreviewRow[]> =>
    (await ask(`rows?${new URLSearchParams({ draft, plan, part, from: String(from), count: '50' })}`)).said
      .rows;
  const finish = (draft: string, plan: string, { id = randomUUID(), skipProblems = false } = {}) =>
    post('done', { id, draft, plan, skipProblems });
  return {
    ...window,
    clock,
    manager,
    device,
    post,
    ask,
    file,
    photo: put('photos', 'image/png'),
    begin,
    preview,
    rows,
    finish,
  };
};
