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

/** How the screen is to be: whoever holds the tablet may say, and the log says that somebody did. What is so already, as after a lost answer, is not said again. */
export const displayRoutes = (device: Device) =>
  new Hono().post('/display', zValidator('json', display), (context) => {
    const { mode, hand, hints } = context.req.valid('json');
    const { theme, ...now } = readSettings(device).settings;
    const changed = {
      ...(mode === undefined || mode === theme.mode ? {} : { theme: { ...theme, mode } }),
      ...(hand === undefined || hand === now.hand ? {} : { hand }),
      ...(hints === undefined || hints === now.hints ? {} : { hints }),
    };
    if (Object.keys(changed).length > 0) {
      changeSettings(device, { kind: 'bedside' }, changed);
      device.live.changed();
    }
    return context.json({ view: deviceView(device) });
  });
