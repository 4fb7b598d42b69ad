import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import * as z from 'zod';
import { longestName } from '../../core/names.ts';
import { isFirstStart } from '../services/access/first-manager.ts';
import type { Device } from '../services/device.ts';
import { isSetUpAs, setUp } from '../services/set-up.ts';
import { deviceView } from '../services/view.ts';

const name = z.string().max(2 * longestName);
const language = z.string().regex(/^[a-z]{2,3}$/u);

/**
 * Where the kiosk stands, said by whoever unpacks it: only until somebody manages it and before a session was held on it.
 * 409 after that, 422 where a name cannot be kept.
 */
export const firstStartRoutes = (device: Device) =>
  new Hono().post(
    '/first-start/site',
    zValidator('json', z.strictObject({ place: name, unit: name, language })),
    (context) => {
      if (!isFirstStart(device)) return context.json({ problem: 'not-first-start' as const }, 409);
      const said = context.req.valid('json');
      if (isSetUpAs(device, said)) return context.json({ view: deviceView(device) }, 200);
      const done = setUp(device, { kind: 'bedside' }, said);
      if (!done.ok) return context.json({ problem: done.problem }, 422);
      device.live.changed();
      return context.json({ view: deviceView(device) }, 200);
    },
  );
