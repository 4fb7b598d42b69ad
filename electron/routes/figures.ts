import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import * as z from 'zod';
import { lengthOf } from '../../core/figures/days.ts';
import { steps } from '../../core/figures/view.ts';
import { dimensions } from '../../core/rates/breakdown.ts';
import { roleIds } from '../../core/roles.ts';
import { opaqueId } from '../../core/session/ids.ts';
import { sessionKinds, urgencies } from '../../core/session/words.ts';
import type { Device } from '../services/device.ts';
import { readFigures, readMissing } from '../services/figures/read.ts';
import { needs } from './needs.ts';

/** A hundred years: whoever asks for more asks for work, not for figures. */
const mostDays = 36_525;

const clock = '(?:[01]\\d|2[0-3]):[0-5]\\d';
const orNull = <Value extends z.ZodType>(value: Value) =>
  value.optional().transform((given) => given ?? null);

const asked = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  unit: orNull(opaqueId),
  place: orNull(opaqueId),
  kind: orNull(z.enum(sessionKinds)),
  urgency: orNull(z.enum(urgencies)),
  shift: orNull(z.string().regex(new RegExp(`^${clock}–${clock}$`, 'u'))),
});

const inOrder = ({ from, to }: { from: string; to: string }): boolean =>
  from <= to && lengthOf({ from, to }) <= mostDays;
const outOfOrder = 'The first day must not be after the last, and no more than a hundred years before it.';

const askedFigures = asked
  .extend({
    by: orNull(z.enum(dimensions)),
    step: orNull(z.enum(steps)),
    role: orNull(z.enum(roleIds)),
    /** As the figures may leave the unit: what fewer than five are behind is suppressed. */
    leaving: z.enum(['yes', 'no']).default('no'),
  })
  .refine(inOrder, outOfOrder)
  .transform(({ from, to, by, step, leaving, ...filters }) => ({
    ...{ from, to, by, step, filters, leaving: leaving === 'yes' },
  }));

const askedMissing = asked
  .extend({
    after: orNull(
      z.string().regex(new RegExp(`^\\d{4}-\\d\\d-\\d\\d ${clock} [A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$`)),
    ),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .refine(inOrder, outOfOrder)
  .transform(({ from, to, after, limit, ...filters }) => ({
    ...{ from, to, after, limit, filters: { ...filters, role: null } },
  }));

/** The figures of the dashboard. core/figures/view.ts says what is asked and told. */
export const figuresRoutes = (device: Device) => {
  const reading = needs(device, 'reports-read');
  return new Hono()
    .get('/manage/figures', reading, zValidator('query', askedFigures), async (context) =>
      context.json(await readFigures(device, context.req.valid('query')), 200),
    )
    .get('/manage/figures/missing', reading, zValidator('query', askedMissing), async (context) =>
      context.json(await readMissing(device, context.req.valid('query')), 200),
    );
};
