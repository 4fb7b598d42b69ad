import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { largestSound } from '../../core/wav.ts';
import { largestPhoto } from '../services/photos.ts';
import { fileType, largestFile } from './file-type.ts';
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
  '/api/manage/imports/photos': photo,
  '/api/manage/imports/files': { types: new Set([fileType]), limit: bodyLimit({ maxSize: largestFile }) },
  '/api/manage/schedule/imports/files': {
    types: new Set([fileType]),
    limit: bodyLimit({ maxSize: largestFile }),
  },
  // What was decided of 20,000 rows.
  '/api/manage/imports/previewed': {
    types: new Set(['application/json']),
    limit: bodyLimit({ maxSize: 2 * 1024 * 1024 }),
  },
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
