import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import * as z from 'zod';
import { roleIds } from '../../core/roles.ts';
import { command } from '../../core/session/commands.ts';
import { uuid } from '../../core/session/ids.ts';
import { choicesChange } from '../../core/view.ts';
import type { Host } from '../host.ts';
import { readBadge } from '../services/badges.ts';
import { changeChoices } from '../services/choices.ts';
import type { Device } from '../services/device.ts';
import { addVisitor, searchPeople } from '../services/people.ts';
import { peopleAlike } from '../services/people-alike.ts';
import { startView } from '../services/start.ts';
import { carryOutInStay } from '../services/stays.ts';
import { deviceView } from '../services/view.ts';
import { wallView } from '../services/wall-view.ts';
import { accessRoutes } from './access.ts';
import { displayRoutes } from './display.ts';
import { exportRoutes } from './exports.ts';
import { figuresRoutes } from './figures.ts';
import { firstStartRoutes } from './first-start.ts';
import { importsRoutes } from './imports.ts';
import { type Streams, stream } from './live.ts';
import { manageLogRoutes } from './manage-log.ts';
import { managePeopleRoutes } from './manage-people.ts';
import { manageSessionRoutes } from './manage-sessions.ts';
import { ownCardRoutes } from './own-card.ts';
import { recordRoutes } from './record.ts';
import { reportPageRoutes } from './report-page.ts';
import { reportPdfRoutes } from './report-pdf.ts';
import { scheduleRoutes } from './schedule.ts';
import { settingsRoutes } from './settings.ts';
import { stayRoutes } from './stays.ts';
import { suggestionRoutes } from './suggestions.ts';

const atBedside = { kind: 'bedside' } as const;

/**
 * The device's API: JSON in, JSON out. Where something is recorded, the answer comes after COMMIT. Where that cannot be
 * now or failed, and the log says that it is not there, it is 503 with `{outcome: 'not-recorded', why}`; with `not-known`
 * where the log cannot be asked yet, or something else went wrong, which may have been after COMMIT. Either way the same can be sent again under the same id, and counts once. The view
 * says under `record` how the record is, also while nothing is tapped. The page never says who acts: the device knows.
 */
export const apiRoutes = (device: Device, streams: Streams, host: Host) =>
  new Hono()
    .use(async (context, next) => {
      if (context.req.method === 'POST') device.lastUsed = device.clock.mono();
      await next();
    })
    .get('/view', (context) => context.json(deviceView(device)))
    .get('/live', (context) => stream(context, { device, streams, view: deviceView }))
    .get('/wall', (context) => context.json(wallView(device)))
    .get('/wall/live', (context) => stream(context, { device, streams, view: wallView }))
    .route('/', recordRoutes(device))
    .route('/', displayRoutes(device))
    .route('/', stayRoutes(device))
    .route('/', ownCardRoutes(device))
    .route('/', accessRoutes(device))
    .route('/', figuresRoutes(device))
    .route('/', firstStartRoutes(device))
    .route('/', settingsRoutes(device))
    .route('/', reportPageRoutes(device, host))
    .route('/', reportPdfRoutes(device, host))
    .route('/', exportRoutes(device))
    .route('/', suggestionRoutes(device))
    .route('/', managePeopleRoutes(device))
    .route('/', manageSessionRoutes(device))
    .route('/', manageLogRoutes(device))
    .route('/', importsRoutes(device))
    .route('/', scheduleRoutes(device))
    .post('/commands', zValidator('json', command), (context) => {
      const done = carryOutInStay(device, context.req.valid('json'), atBedside);
      const view = deviceView(device);
      return done.outcome === 'recorded'
        ? context.json({ ...done, view }, 200)
        : context.json({ ...done, view }, 409);
    })
    .post(
      '/choices',
      zValidator('json', z.strictObject({ session: uuid, change: choicesChange })),
      (context) => {
        const { session, change } = context.req.valid('json');
        const kept = changeChoices(device, session, change);
        return context.json({ view: deviceView(device) }, kept ? 200 : 409);
      },
    )
    .get('/start', (context) => context.json(startView(device)))
    .get('/people', zValidator('query', z.object({ q: z.string().max(200).default('') })), (context) =>
      context.json({ people: searchPeople(device, context.req.valid('query').q) }),
    )
    .post(
      '/visitors',
      zValidator(
        'json',
        z.strictObject({
          ...{ id: uuid, name: z.string(), role: z.enum(roleIds) },
          /** That this is somebody else than the people whose names are like theirs. */
          sure: z.boolean().default(false),
        }),
      ),
      (context) => {
        const { sure, ...visitor } = context.req.valid('json');
        const alike = sure ? [] : peopleAlike(device, visitor.name, visitor.id);
        if (alike.length > 0) return context.json({ alike }, 200);
        const added = addVisitor(device, visitor);
        return added.ok
          ? context.json({ person: added.value }, 200)
          : context.json({ problem: added.problem }, 422);
      },
    )
    .post(
      '/badges',
      zValidator(
        'json',
        z.strictObject({
          id: uuid,
          code: z.string().min(4).max(128),
          at: z.enum(['start', 'session']),
        }),
      ),
      (context) => {
        const read = readBadge(device, context.req.valid('json'));
        return context.json({ ...read, view: deviceView(device) });
      },
    );
