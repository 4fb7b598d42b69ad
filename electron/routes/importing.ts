import { zValidator } from '@hono/zod-validator';
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { Permission } from '../../core/access/permissions.ts';
import { fieldNames } from '../../core/roster/columns.ts';
import { nameOrders } from '../../core/roster/full-name.ts';
import { type ImportKind, previewParts } from '../../core/roster/import-view.ts';
import { opaqueId, uuid } from '../../core/session/ids.ts';
import type { Device } from '../services/device.ts';
import {
  addFile,
  addPhoto,
  beginDraft,
  draftOf,
  dropDraft,
  previewDraft,
  rowsOfDraft,
} from '../services/imports/drafts.ts';
import { carryOutDraft, doneBefore, pastImports, putImportBack } from '../services/imports/finish.ts';
import { needs } from './needs.ts';

const fileName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{C}]+$/u);
const toDraft = z.strictObject({ draft: uuid, name: fileName });
const rowNumber = z.int().min(0).max(1_000_000);
const mostDecided = 20_000;

const decisions = z.strictObject({
  columns: z
    .strictObject({
      headerLine: z.int().min(1).max(1_000_000).nullable(),
      fields: z.array(z.enum(fieldNames).nullable()).max(702),
    })
    .nullable(),
  names: z.enum(nameOrders).nullable(),
  sheet: z.string().max(100).nullable(),
  renamed: z.array(rowNumber).max(mostDecided),
  leftOut: z.array(rowNumber).max(mostDecided),
  leave: z.array(opaqueId).max(mostDecided),
});

/**
 * How files come in, step by step, under `/manage/<area>/`: `begun`, then each file by itself, a preview that is asked for
 * as often as something was decided, its rows page by page, and `done`; `left` lets go of it. All of it belongs to one
 * sign-in. What was imported is under `past`, and put back by `undone`.
 */
export const importing = (
  device: Device,
  { kind, permission }: { kind: ImportKind; permission: Permission },
) => {
  const may = needs(device, permission);
  const gone = (context: Context) => context.json({ problem: 'no-such-draft' as const }, 404);
  return new Hono()
    .post('/begun', may, zValidator('json', z.strictObject({ id: uuid })), (context) => {
      const { id } = context.req.valid('json');
      beginDraft(device, context.get('signedIn'), { id, kind });
      return context.json({ draft: id }, 200);
    })
    .post('/files', may, zValidator('query', toDraft), async (context) => {
      const { draft: id, name } = context.req.valid('query');
      const draft = draftOf(device, context.get('signedIn'), kind, id);
      if (draft === null) return gone(context);
      const bytes = new Uint8Array(await context.req.arrayBuffer());
      const added = addFile(draft, { name, bytes });
      return added.ok
        ? context.json({ files: draft.files.length }, 200)
        : context.json({ problem: added.problem }, 422);
    })
    .post('/photos', may, zValidator('query', toDraft), async (context) => {
      const { draft: id, name } = context.req.valid('query');
      const draft = kind === 'people' ? draftOf(device, context.get('signedIn'), kind, id) : null;
      if (draft === null) return gone(context);
      const added = await addPhoto(draft, { name, bytes: new Uint8Array(await context.req.arrayBuffer()) });
      return added.ok
        ? context.json({ photos: draft.photos.length, fault: added.value }, 200)
        : context.json({ problem: added.problem }, 422);
    })
    .post(
      '/previewed',
      may,
      zValidator('json', z.strictObject({ draft: uuid, decisions })),
      async (context) => {
        const asked = context.req.valid('json');
        const draft = draftOf(device, context.get('signedIn'), kind, asked.draft);
        if (draft === null || draft.files.length === 0) return gone(context);
        const preview = await previewDraft(device, draft, asked.decisions);
        return preview === null ? gone(context) : context.json({ preview }, 200);
      },
    )
    .get(
      '/rows',
      may,
      zValidator(
        'query',
        z.strictObject({
          ...{ draft: uuid, plan: uuid, part: z.enum(previewParts) },
          from: z.coerce.number().int().min(0).max(1_000_000),
          count: z.coerce.number().int().min(1).max(100),
        }),
      ),
      async (context) => {
        const { draft: id, plan, part, from, count } = context.req.valid('query');
        const draft = draftOf(device, context.get('signedIn'), kind, id);
        const rows = draft === null ? null : await rowsOfDraft(draft, plan, { part, slice: { from, count } });
        return rows === null ? gone(context) : context.json(rows, 200);
      },
    )
    .post(
      '/done',
      may,
      zValidator('json', z.strictObject({ id: uuid, draft: uuid, plan: uuid, skipProblems: z.boolean() })),
      async (context) => {
        const { draft: of, ...asked } = context.req.valid('json');
        const before = doneBefore(device, asked.id);
        if (before !== null) return context.json({ done: before }, 200);
        const draft = draftOf(device, context.get('signedIn'), kind, of);
        if (draft === null) return gone(context);
        const done = await carryOutDraft(device, context.get('signedIn'), draft, asked);
        return done.ok
          ? context.json({ done: done.value }, 200)
          : context.json({ problem: done.problem }, 409);
      },
    )
    .post('/left', may, zValidator('json', z.strictObject({ draft: uuid })), (context) => {
      const draft = draftOf(device, context.get('signedIn'), kind, context.req.valid('json').draft);
      if (draft !== null) dropDraft(device, kind);
      return context.json({ outcome: 'left' as const }, 200);
    })
    .get('/past', may, (context) => context.json({ imports: pastImports(device, kind) }, 200))
    .post('/undone', may, zValidator('json', z.strictObject({ id: uuid, import: uuid })), async (context) => {
      const { id, import: of } = context.req.valid('json');
      const done = await putImportBack(device, context.get('signedIn'), { id, of, what: kind });
      return done.ok
        ? context.json({ undone: done.value }, 200)
        : context.json({ problem: done.problem }, 409);
    });
};
