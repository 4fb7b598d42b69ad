import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import * as z from 'zod';
import type { Result } from '../../core/result.ts';
import { uuid } from '../../core/session/ids.ts';
import type { Device } from '../services/device.ts';
import { type FoundStay, nameStay, type StayProblem, unnameStay } from '../services/stays.ts';
import { deviceView } from '../services/view.ts';

const said = (device: Device, named: Result<FoundStay, StayProblem>) =>
  named.ok
    ? ({ ...named.value, view: deviceView(device) } as const)
    : ({ problem: named.problem, view: deviceView(device) } as const);

/** A badge, or too few digits, is an answer like another: somebody holds up the next thing. */
const statusOf = (named: Result<FoundStay, StayProblem>) =>
  !named.ok && named.problem === 'no-such-session' ? 409 : 200;

/**
 * The number on a wristband, scanned or typed, for the open session: which of the team the patient knows from before, or
 * why it is no wristband. `/stays/wrong`: it was another patient's. For another session than the open one it is 409.
 */
export const stayRoutes = (device: Device) =>
  new Hono()
    .post(
      '/stays',
      zValidator('json', z.strictObject({ session: uuid, number: z.string().min(1).max(128) })),
      (context) => {
        const named = nameStay(device, context.req.valid('json'));
        return context.json(said(device, named), statusOf(named));
      },
    )
    .post('/stays/wrong', zValidator('json', z.strictObject({ session: uuid })), (context) => {
      const unnamed = unnameStay(device, context.req.valid('json').session);
      return context.json(said(device, unnamed), statusOf(unnamed));
    });
