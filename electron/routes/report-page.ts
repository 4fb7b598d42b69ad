import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import * as z from 'zod';
import { lengthOf } from '../../core/figures/days.ts';
import { steps } from '../../core/figures/view.ts';
import { shiftText } from '../../core/log/event-fields.ts';
import { dimensions } from '../../core/rates/breakdown.ts';
import { roleIds } from '../../core/roles.ts';
import { opaqueId, uuid } from '../../core/session/ids.ts';
import { sessionKinds, urgencies } from '../../core/session/words.ts';
import type { Host } from '../host.ts';
import type { Device } from '../services/device.ts';
import { makePage } from '../services/reports/page.ts';
import { needs } from './needs.ts';

/** Ten years of weeks are more than any paper shows. */
const mostDays = 3_661;

const days = { from: z.iso.date(), to: z.iso.date() };
const inOrder = ({ from, to }: { from: string; to: string }): boolean =>
  from <= to && lengthOf({ from, to }) <= mostDays;

const asked = z.strictObject({
  id: uuid,
  figures: z
    .strictObject({
      ...days,
      by: z.enum(dimensions).nullable(),
      step: z.enum(steps).nullable(),
      filters: z.strictObject({
        unit: opaqueId.nullable(),
        place: opaqueId.nullable(),
        kind: z.enum(sessionKinds).nullable(),
        urgency: z.enum(urgencies).nullable(),
        shift: shiftText.nullable(),
        role: z.enum(roleIds).nullable(),
      }),
      leaving: z.boolean(),
    })
    .refine(inOrder),
  charts: z.strictObject({ ...days, step: z.enum(steps) }).refine(inOrder),
});

/**
 * A report for paper, ReportAnswer: made by who may let things leave the device, with the PIN given once more. The log says
 * so first. 409 `made-before` where it was made under this id and is not kept any more; 401 where whoever asked has left.
 */
export const reportPageRoutes = (device: Device, host: Host) =>
  new Hono().post('/manage/reports', needs(device, 'exports'), zValidator('json', asked), async (context) => {
    const made = await makePage(device, context.get('signedIn'), context.req.valid('json'));
    if (made.ok) return context.json({ ...made.value, savesPdf: host.pdf !== null }, 200);
    return made.problem === 'signed-out'
      ? context.json({ problem: 'not-signed-in' as const }, 401)
      : context.json({ problem: made.problem }, 409);
  });
