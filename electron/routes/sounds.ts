import { Hono } from 'hono';
import type { Device } from '../services/device.ts';
import { sound } from '../services/sounds.ts';

/** How people say their names, by the hash of the sound. */
export const soundRoutes = (device: Device) =>
  new Hono().get('/:name{[0-9a-f]{64}\\.wav}', (context) => {
    const bytes = sound(device, context.req.param('name').slice(0, 64));
    return bytes === null ? context.notFound() : context.body(bytes, 200, { 'content-type': 'audio/wav' });
  });
