import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import * as z from 'zod';
import { shareCheckpoint } from '../services/anchors/share.ts';
import type { Device } from '../services/device.ts';
import { recordSheet } from '../services/health/sheet.ts';

const atBedside = { kind: 'bedside' } as const;

/**
 * What anybody who stands in front of the kiosk may know of its record: RecordSheet, which records nothing; and a
 * checkpoint to keep elsewhere, SharedCheckpoint, which is signed for it, and of which the log says that it was shown
 * or printed before it is given out. Where that cannot be recorded there is none: 503, as for every tap.
 */
export const recordRoutes = (device: Device) =>
  new Hono()
    .get('/record', (context) => context.json(recordSheet(device)))
    .post(
      '/checkpoints',
      zValidator('json', z.strictObject({ way: z.enum(['shown', 'printed']) })),
      (context) => context.json(shareCheckpoint(device, context.req.valid('json').way, atBedside)),
    );
