import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import process from 'node:process';
import { expect, vi } from 'vitest';
import type { Permission } from '../../core/access/permissions.ts';
import { demoPersonId } from '../../electron/services/demo.ts';
import { standIn } from './electron-stand-in.ts';

const pin = '483920';

/**
 * A demo kiosk whose data is in this folder, started from this main module under the stand-in for Electron, and what its
 * page asks of it as the first manager.
 */
export const managerInElectron = async (
  folder: string,
  main: string,
  { country = '' }: { country?: string } = {},
) => {
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const shell = standIn({ country });
  vi.doMock('electron', () => shell.electron);
  const { argv } = process;
  process.argv = ['electron', '.', '--demo', `--data=${join(folder, 'data')}`];
  vi.resetModules();
  await import(main);
  await vi.waitFor(() => expect(said).toHaveBeenCalledWith('ready app://bedside/\n'), { timeout: 20_000 });
  process.argv = argv;
  said.mockRestore();
  let token = '';
  const ask = async (path: string, { headers, ...init }: RequestInit = {}): Promise<Response> => {
    const sent = { ...init, headers: { 'x-signed-in': token, ...headers } };
    const answer = await shell.handlers.get('app')?.(new Request(`app://bedside${path}`, sent));
    if (answer === undefined) throw new Error('The kiosk has no handler for its page');
    return answer;
  };
  const read = async (path: string) => {
    const answer = await ask(`/api${path}`);
    return { status: answer.status, said: await answer.json() };
  };
  const post = async (path: string, body: object | Uint8Array<ArrayBuffer>) => {
    const isFile = body instanceof Uint8Array;
    const headers = { 'content-type': isFile ? 'application/octet-stream' : 'application/json' };
    const sent = isFile ? body : JSON.stringify(body);
    const answer = await ask(`/api${path}`, { method: 'POST', headers, body: sent });
    return { status: answer.status, said: await answer.json() };
  };
  const person = demoPersonId('amara');
  await post('/access/first', { id: randomUUID(), person, pin });
  token = (await post('/access/sign-in', { who: { by: 'person', person }, pin })).said.token;
  const confirm = (what: Permission) => post('/access/confirmed', { what, pin });
  return { shell, ask, read, post, confirm };
};
