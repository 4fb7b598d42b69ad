import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import * as z from 'zod';
import type { Device } from '../services/device.ts';
import { changeSettings, readSettings } from '../services/settings.ts';
import { deviceView } from '../services/view.ts';

const display = z
  .strictObject({
    mode: z.enum(['auto', 'day', 'night']),
    hand: z.enum(['left', 'right']),
    hints: z.boolean(),
  })
  .partial();

/** How the screen is to be: whoever holds the tablet may say, and the log says that somebody did. */
export const displayRoutes = (device: Device) =>
  new Hono().post('/display', zValidator('json', display), (context) => {
    const { mode, hand, hints } = context.req.valid('json');
    const { theme } = readSettings(device).settings;
    changeSettings(
      device,
      { kind: 'bedside' },
      {
        ...(mode === undefined ? {} : { theme: { ...theme, mode } }),
        ...(hand === undefined ? {} : { hand }),
        ...(hints === undefined ? {} : { hints }),
      },
    );
    device.live.changed();
    return context.json({ view: deviceView(device) });
  });
