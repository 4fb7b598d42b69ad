import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import * as z from 'zod';
import type { AskedExport, NotBegun } from '../../core/exports/view.ts';
import { fhirForms, tableFormats, tableNames } from '../../core/exports/words.ts';
import { opaqueId, uuid } from '../../core/session/ids.ts';
import { sessionKinds } from '../../core/session/words.ts';
import { type SignedIn, signedInBy, use } from '../services/access/session.ts';
import type { Device } from '../services/device.ts';
import { ExportJobs } from '../services/exports/jobs.ts';
import { exportChoices, pastExports } from '../services/exports/past.ts';
import { needs, tokenHeader } from './needs.ts';

const day = z.iso.date();
const inOrder = ({ from, to }: { from: string; to: string }): boolean => from <= to;
const days = { from: day, to: day };
const rows = {
  ...days,
  unit: opaqueId.nullable(),
  place: opaqueId.nullable(),
  kind: z.enum(sessionKinds).nullable(),
};
const table = z.enum(tableNames);

const askedRows = z
  .discriminatedUnion('format', [
    z.strictObject({ ...rows, format: z.enum(tableFormats), table }),
    z.strictObject({ ...rows, format: z.literal('xlsx') }),
    z.strictObject({ ...rows, format: z.literal('fhir'), form: z.enum(fhirForms) }),
  ])
  .refine(inOrder);

const askedBundle = z.strictObject({
  format: z.literal('bundle'),
  of: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('all') }),
    z.strictObject({ kind: z.literal('days'), ...days }).refine(inOrder),
    z.strictObject({ kind: z.literal('session'), id: opaqueId }),
  ]),
});

const one = z.strictObject({ id: uuid });

/** Where files are fetched, under the API: the window’s host lets this one path be downloaded. */
const filePath = '/manage/exports/files';

/**
 * What leaves the device in a file. Asking for one needs the permission of its kind, with the PIN given once more; what
 * becomes of it is told only to the window that asked. A file is fetched from an address that is good once and for a
 * minute, since a link cannot send who is signed in. What is not begun is 409 with `problem`.
 */
export const exportRoutes = (device: Device) => {
  const jobs = new ExportJobs(device);
  const begin = async (signedIn: SignedIn, { id, asked }: { id: string; asked: AskedExport }) => {
    const begun = isKnown(device, asked) ? await jobs.begin(signedIn, id, asked) : unknownPlace;
    return begun.ok
      ? ({ status: 200, said: { job: begun.value } } as const)
      : ({ status: 409, said: { problem: begun.problem } } as const);
  };
  const mine = whoIsHere(device);
  return new Hono()
    .get('/manage/exports/choices', needs(device, 'log-read'), (context) =>
      context.json(exportChoices(device)),
    )
    .get(
      '/manage/exports/past',
      needs(device, 'log-read'),
      zValidator('query', z.strictObject({ below: z.coerce.number().int().min(1).optional() })),
      (context) => context.json(pastExports(device, context.req.valid('query').below)),
    )
    .post(
      '/manage/exports/rows',
      needs(device, 'exports'),
      zValidator('json', z.strictObject({ id: uuid, asked: askedRows })),
      async (context) => {
        const { status, said } = await begin(context.get('signedIn'), context.req.valid('json'));
        return context.json(said, status);
      },
    )
    .post(
      '/manage/exports/bundles',
      needs(device, 'bundle-export'),
      zValidator('json', z.strictObject({ id: uuid, asked: askedBundle })),
      async (context) => {
        const { status, said } = await begin(context.get('signedIn'), context.req.valid('json'));
        return context.json(said, status);
      },
    )
    .get('/manage/exports/jobs', mine, (context) => context.json({ jobs: jobs.of(context.get('signedIn')) }))
    .post('/manage/exports/cancelled', mine, zValidator('json', one), (context) => {
      const signedIn = context.get('signedIn');
      use(device, signedIn);
      jobs.cancel(signedIn, context.req.valid('json').id);
      return context.json({ jobs: jobs.of(signedIn) });
    })
    .post('/manage/exports/tickets', mine, zValidator('json', one), (context) => {
      const signedIn = context.get('signedIn');
      use(device, signedIn);
      const ticket = jobs.ticket(signedIn, context.req.valid('json').id);
      return ticket.ok
        ? context.json({ address: `/api${filePath}/${ticket.value}` }, 200)
        : context.json({ problem: ticket.problem }, 409);
    })
    .get(`${filePath}/:ticket{[A-Za-z0-9_-]{43}}`, (context) => {
      // Whoever only asks about it has not fetched it.
      if (context.req.method !== 'GET') return context.text('A file is fetched, not asked about.', 405);
      const file = jobs.fetch(context.req.param('ticket'));
      if (file === null)
        return context.text('This file is not here any more. Ask for it again on the kiosk.', 410);
      return context.body(file.body, 200, {
        'content-type': 'application/octet-stream',
        'content-length': String(file.bytes),
        'content-disposition': `attachment; filename="${file.name}"`,
      });
    });
};

const unknownPlace: { ok: false; problem: NotBegun } = { ok: false, problem: 'unknown-place' };

const isKnown = (device: Device, asked: AskedExport): boolean => {
  if (asked.format === 'bundle') return true;
  const { unit, place } = asked;
  const { units, places } = exportChoices(device);
  const has = (all: readonly { id: string }[], id: string | null) =>
    id === null || all.some((each) => each.id === id);
  return has(units, unit) && has(places, place);
};

/** Lets through whoever is signed in. To look at how far a file is does not use the sign-in: nobody need be there. */
const whoIsHere = (device: Device) =>
  createMiddleware<{ Variables: { signedIn: SignedIn } }>(async (context, next) => {
    const signedIn = signedInBy(device, context.req.header(tokenHeader) ?? '');
    if (signedIn === null)
      return context.json({ problem: 'not-signed-in' as const, say: 'Please sign in.' }, 401);
    context.set('signedIn', signedIn);
    return next();
  });
