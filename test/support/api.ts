import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { createApp } from '../../electron/app.ts';
import type { Host } from '../../electron/host.ts';
import { rendererFiles } from '../../electron/routes/files.ts';
import { loopbackGate } from '../../electron/routes/gate.ts';
import type { Device } from '../../electron/services/device.ts';
import { temporaryFolder } from './device.ts';

export const host = '127.0.0.1:4600';
export const origin = `http://${host}`;

/** What a build leaves, as small as can be. */
const builtScreens = (): URL => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><meta property="csp-nonce" nonce="NONCE">');
  writeFileSync(join(folder, 'assets/main-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'notes.txt'), 'not for the browser');
  return pathToFileURL(`${folder}/`);
};

type Sent = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

/** The handler of the browser host on a device, without a network; `can` is what another host can do. */
export const browserHost = (device: Device, can?: Host) => {
  const { gate, startPath } = loopbackGate(() => 4600);
  const { app, endStreams } = createApp(device, {
    ...{ gate, files: rendererFiles(builtScreens()) },
    ...(can === undefined ? {} : { host: can }),
  });
  onTestFinished(endStreams);
  /** A request as it comes in: nothing is added to it but the Host that every browser sends. */
  const ask = async (path: string, { headers, ...init }: Sent = {}): Promise<Response> =>
    app.request(path, { ...init, headers: { host, ...headers } });
  return { ask, startPath, routes: app.routes };
};

/** A browser that was let in, with its cookie. */
export const browser = async (at: ReturnType<typeof browserHost>, to: 'kiosk' | 'wall' = 'kiosk') => {
  const welcome = await at.ask(at.startPath(to));
  const cookie = welcome.headers.get('set-cookie')?.split(';')[0] ?? '';
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    at.ask(path, { headers: { cookie, ...headers } });
  const send = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    at.ask(path, {
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { cookie, get, send };
};

/** A device's handler, and a browser that was let in. */
export const letIn = async (device: Device, can?: Host) => {
  const at = browserHost(device, can);
  return { ...at, ...(await browser(at)) };
};
