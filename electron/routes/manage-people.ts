import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import * as z from 'zod';
import { listFilters } from '../../core/people/view.ts';
import { languageTag, opaqueId } from '../../core/session/ids.ts';
import type { Device } from '../services/device.ts';
import { changesToPutBack } from '../services/people/changes.ts';
import { personFile } from '../services/people/file.ts';
import { listPeople, suspectsPage } from '../services/people/list.ts';
import { previewMerge } from '../services/people/merge.ts';
import { changePeopleRoutes } from './manage-people-changes.ts';
import { needs } from './needs.ts';

const language = languageTag.default('en');
const from = z.coerce.number().int().min(0).max(1_000_000).default(0);
const gone = { problem: 'no-such-person' as const };

/**
 * The list of people, for who manages it: each request comes from somebody who is signed in and gave their PIN for it.
 * `language` is that which sorts names. Nobody of this id: 404. What changes them is in manage-people-changes.ts.
 */
export const managePeopleRoutes = (device: Device) => {
  const managing = needs(device, 'people');
  return new Hono()
    .route('/', changePeopleRoutes(device))
    .get(
      '/manage/people',
      managing,
      zValidator(
        'query',
        z.strictObject({
          ...{ q: z.string().max(200).default(''), filter: z.enum(listFilters).default('everybody') },
          ...{ from, language },
        }),
      ),
      async (context) => {
        const { q: text, ...wanted } = context.req.valid('query');
        return context.json(await listPeople(device, { text, ...wanted }), 200);
      },
    )
    .get(
      '/manage/people/suspects',
      managing,
      zValidator('query', z.strictObject({ from, language })),
      async (context) =>
        context.json(await suspectsPage(device, context.get('signedIn'), context.req.valid('query')), 200),
    )
    .get('/manage/people/changes', managing, (context) =>
      context.json({ changes: changesToPutBack(device) }, 200),
    )
    .get(
      '/manage/people/pair',
      managing,
      zValidator('query', z.strictObject({ one: opaqueId, other: opaqueId })),
      (context) => {
        const done = previewMerge(device, context.get('signedIn'), context.req.valid('query'));
        return done.ok ? context.json(done.value, 200) : context.json(gone, 404);
      },
    )
    .get(
      '/manage/people/person',
      managing,
      zValidator('query', z.strictObject({ id: opaqueId, language })),
      async (context) => {
        const { id, language } = context.req.valid('query');
        const person = await personFile(device, context.get('signedIn'), { id, language });
        return person === null ? context.json(gone, 404) : context.json({ person }, 200);
      },
    );
};
