import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { browserHost, type Host } from './host.ts';
import { logger } from './operations.ts';
import { NotRecorded, troubleOfDisk } from './problem.ts';
import { apiRoutes } from './routes/api.ts';
import { bodyLimits } from './routes/bodies.ts';
import { fileRoutes, type rendererFiles } from './routes/files.ts';
import type { Gate } from './routes/gate.ts';
import { securityHeaders } from './routes/headers.ts';
import { endAll, type Streams } from './routes/live.ts';
import { soundRoutes } from './routes/sounds.ts';
import type { Device } from './services/device.ts';
import { photo } from './services/people.ts';

/**
 * The one handler, Request → Response, for whatever host: the renderer's files, the API, the live stream.
 * `gate` decides who may reach it, `host` what it can do besides. `endStreams` lets the host stop.
 */
export const createApp = (
  device: Device,
  { gate, files, host = browserHost }: { gate: Gate; files: ReturnType<typeof rendererFiles>; host?: Host },
) => {
  const streams: Streams = new Set();
  const app = new Hono()
    .use(securityHeaders)
    .use(gate)
    .use(bodyLimits)
    .get('/photos/:name{[0-9a-f]{64}\\.webp}', (context) => {
      const bytes = photo(device, context.req.param('name').slice(0, 64));
      if (bytes === null) return context.notFound();
      return context.body(bytes, 200, { 'content-type': 'image/webp' });
    })
    .route('/sounds', soundRoutes(device))
    .route('/api', apiRoutes(device, streams, host))
    .route('/', fileRoutes(files))
    .onError((problem, context) => {
      // What came in was wrong, not the device: malformed JSON, too large a body.
      if (problem instanceof HTTPException) return problem.getResponse();
      const why = troubleOfDisk(problem);
      logger.error({ problem, path: context.req.path }, 'a request failed');
      if (why !== null && !(problem instanceof NotRecorded)) device.health.stop(why);
      // Whatever else went wrong may have gone wrong after COMMIT: only the log can say that nothing is there.
      const outcome = problem instanceof NotRecorded && problem.isKnown ? 'not-recorded' : 'not-known';
      return context.json({ outcome, why }, 503);
    });
  return { app, endStreams: () => endAll(streams) };
};

/** The shape of the handler, for the renderer's typed client. */
export type App = ReturnType<typeof createApp>['app'];
