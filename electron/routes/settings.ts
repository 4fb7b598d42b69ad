import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import * as z from 'zod';
import { longestName, namePolicies } from '../../core/names.ts';
import { uuid } from '../../core/session/ids.ts';
import { actorOf } from '../services/access/session.ts';
import type { Device } from '../services/device.ts';
import { settings } from '../services/settings.ts';
import { changeFromView, settingsView } from '../services/settings-view.ts';
import { needs } from './needs.ts';

const name = z.string().max(2 * longestName);
const { theme, hand, hints, shifts, idleSeconds, photoYears, stayDays, retentionYears, ...more } = settings;

const change = z
  .strictObject({
    place: z.strictObject({ name, unit: name }),
    unitNames: z.enum(namePolicies).nullable(),
    ...{ theme, hand, hints, shifts, idleSeconds, photoYears, stayDays, retentionYears },
    ...{ names: more.names, language: more.language, languages: more.languages },
    backupFolder: more.backupFolder,
  })
  .partial();

/** What can be set at the kiosk: read, and changed as a whole or not at all; 422 with why where a change cannot be. */
export const settingsRoutes = (device: Device) =>
  new Hono()
    .get('/manage/settings', needs(device, 'settings'), (context) =>
      context.json({ settings: settingsView(device) }, 200),
    )
    .post(
      '/manage/settings',
      needs(device, 'settings'),
      zValidator('json', z.strictObject({ id: uuid, change })),
      (context) => {
        const done = changeFromView(device, actorOf(context.get('signedIn')), context.req.valid('json'));
        return done.ok
          ? context.json({ settings: settingsView(device) }, 200)
          : context.json({ problem: done.problem }, 422);
      },
    );
