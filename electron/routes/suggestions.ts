import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import * as z from 'zod';
import { uuid } from '../../core/session/ids.ts';
import { actorOf } from '../services/access/session.ts';
import type { Device } from '../services/device.ts';
import { leaveSuggestion, readSuggestions } from '../services/suggestions.ts';
import { needs } from './needs.ts';

/** The box for what does not work: anybody may put something in; who may read it does, and the log says that they did. */
export const suggestionRoutes = (device: Device) =>
  new Hono()
    .post(
      '/suggestions',
      zValidator('json', z.strictObject({ id: uuid, text: z.string().max(8_000) })),
      (context) => {
        const left = leaveSuggestion(device, context.req.valid('json'));
        return left.ok
          ? context.json({ outcome: 'kept' as const }, 200)
          : context.json({ problem: left.problem }, 422);
      },
    )
    .get('/manage/suggestions', needs(device, 'suggestions-read'), (context) =>
      context.json(
        { suggestions: readSuggestions(device, actorOf(context.get('signedIn'))).toReversed() },
        200,
      ),
    );
