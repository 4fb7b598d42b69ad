import { serve as listen } from '@hono/node-server';
import { createApp } from './app.ts';
import { rendererFolder } from './paths.ts';
import { Problem } from './problem.ts';
import { rendererFiles } from './routes/files.ts';
import { loopbackGate, type Window } from './routes/gate.ts';
import { prepareDemo } from './services/demo.ts';
import { dailyJobs } from './services/health/daily-jobs.ts';
import { startDevice } from './services/open-device.ts';

export interface BrowserHost {
  /** The address without the key, such as http://127.0.0.1:4600 */
  url: string;
  /** An address that lets one browser in, once: to the kiosk, or to the wall view of a second display. */
  startLink: (to?: Window) => string;
  close(): Promise<void>;
}

/**
 * Runs the kiosk for a browser on this machine, on 127.0.0.1 only. Port 0 takes a free one.
 * Throws a Problem where the port or the folder cannot be used.
 */
export const serve = async (options: {
  folder: string;
  port: number;
  demo: boolean;
}): Promise<BrowserHost> => {
  const files = rendererFiles(rendererFolder);
  const device = startDevice({
    folder: options.folder,
    host: 'browser',
    demo: options.demo,
    daily: dailyJobs,
  });
  for (const notice of device.notices) process.stderr.write(`${notice}\n`);
  if (options.demo) prepareDemo(device);
  let port = options.port;
  const { gate, startPath } = loopbackGate(() => port);
  const { app, endStreams } = createApp(device, { gate, files });
  const { promise: listening, resolve, reject } = Promise.withResolvers<number>();
  const server = listen({ fetch: app.fetch, hostname: '127.0.0.1', port }, (address) =>
    resolve(address.port),
  );
  server.on('error', (problem) =>
    reject(new Problem(`Port ${options.port} cannot be used (${problem.message}).`)),
  );
  try {
    port = await listening;
  } catch (problem) {
    device.close();
    throw problem;
  }
  const url = `http://127.0.0.1:${port}`;
  const close = async () => {
    endStreams();
    const closed = new Promise((done) => server.close(done));
    // A page comes back at once on the connection it has, and would hold it for as long as it is open.
    if ('closeAllConnections' in server) server.closeAllConnections();
    await closed;
    device.close();
  };
  return { url, startLink: (to) => `${url}${startPath(to)}`, close };
};
