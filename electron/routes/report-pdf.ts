import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import * as z from 'zod';
import { uuid } from '../../core/session/ids.ts';
import type { Host } from '../host.ts';
import type { Device } from '../services/device.ts';
import { ReportPdfs } from '../services/reports/pdf.ts';
import { needs } from './needs.ts';

/** Where files are fetched, under the API: the window’s host lets this path be downloaded (shell/scheme.ts). */
const filePath = '/manage/reports/files';

/**
 * The report that is up to be printed, as a file: for who may let things leave the device, with the PIN given once more.
 * It is fetched as exports are (routes/exports.ts), from an address that is good once. 409 with `problem`, NoPdf, where
 * there is none; 401 where whoever asked has left.
 */
export const reportPdfRoutes = (device: Device, host: Host) => {
  const pdfs = new ReportPdfs(device, host);
  return new Hono()
    .post(
      '/manage/reports/pdfs',
      needs(device, 'exports'),
      zValidator('json', z.strictObject({ id: uuid, report: uuid })),
      async (context) => {
        const ticket = await pdfs.ticket(context.get('signedIn'), context.req.valid('json'));
        if (ticket.ok) return context.json({ address: `/api${filePath}/${ticket.value}` }, 200);
        return ticket.problem === 'signed-out'
          ? context.json({ problem: 'not-signed-in' as const }, 401)
          : context.json({ problem: ticket.problem }, 409);
      },
    )
    .get(`${filePath}/:ticket{[A-Za-z0-9_-]{43}}`, async (context) => {
      // Whoever only asks about it has not fetched it.
      if (context.req.method !== 'GET') return context.text('A file is fetched, not asked about.', 405);
      const file = await pdfs.fetch(context.req.param('ticket'));
      if (file === null)
        return context.text('This file is not here any more. Ask for it again on the kiosk.', 410);
      return context.body(file.bytes, 200, {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${file.name}"`,
      });
    });
};
