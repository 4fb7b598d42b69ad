import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import * as z from 'zod';
import { uuid } from '../../core/session/ids.ts';
import type { Device } from '../services/device.ts';
import { nameStay } from '../services/stays.ts';
import { deviceView } from '../services/view.ts';

/** The number on a wristband, scanned or typed, for the open session; how many of the team the patient knows from before. */
export const stayRoutes = (device: Device) =>
  new Hono().post(
    '/stays',
    zValidator(
      'json',
      z.strictObject({
        session: uuid,
        number: z
          .string()
          .trim()
          .min(4)
          .max(64)
          .regex(/^[\p{L}\p{N}\s./-]+$/u),
      }),
    ),
    (context) => {
      const named = nameStay(device, context.req.valid('json'));
      return named.ok
        ? context.json({ known: named.value, view: deviceView(device) }, 200)
        : context.json({ problem: named.problem }, 409);
    },
  );
