import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { largestSound } from '../../core/wav.ts';
import { largestPhoto } from '../services/photos.ts';
import { mediaType } from './media-type.ts';

const json = bodyLimit({ maxSize: 64 * 1024 });

const photo = {
  types: new Set(['image/jpeg', 'image/png', 'image/webp']),
  limit: bodyLimit({ maxSize: largestPhoto }),
};

/** Where something other than JSON is taken: what it may be, and how large. */
const others: Record<string, { types: ReadonlySet<string>; limit: MiddlewareHandler }> = {
  '/api/own-card/photos': photo,
  '/api/manage/people/photos': photo,
  '/api/own-card/sounds': {
    types: new Set(['audio/wav']),
    limit: bodyLimit({ maxSize: largestSound }),
  },
};

/** Every body is capped, and photos and sounds are taken only where they belong: 413 and 415. */
export const bodyLimits: MiddlewareHandler = async (context, next) => {
  const other = Object.hasOwn(others, context.req.path) ? others[context.req.path] : undefined;
  if (other === undefined) return json(context, next);
  if (context.req.method === 'POST' && !other.types.has(mediaType(context.req.header('content-type'))))
    return context.text('Something else can be sent here.', 415);
  return other.limit(context, next);
};
