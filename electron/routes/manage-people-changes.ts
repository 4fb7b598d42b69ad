import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import * as z from 'zod';
import { namePolicies } from '../../core/names.ts';
import { mostLanguages } from '../../core/own-card.ts';
import type { PersonFile } from '../../core/people/view.ts';
import { ok, type Result } from '../../core/result.ts';
import { roleIds } from '../../core/roles.ts';
import { languageTag, opaqueId, uuid } from '../../core/session/ids.ts';
import type { SignedIn } from '../services/access/session.ts';
import type { Device } from '../services/device.ts';
import { assignBadge, takeBadges } from '../services/people/badge.ts';
import { changesToPutBack } from '../services/people/changes.ts';
import { addPerson, changePerson, setLeave } from '../services/people/edit.ts';
import { personFile } from '../services/people/file.ts';
import { mergePeople, tellApart } from '../services/people/merge.ts';
import { setPhoto } from '../services/people/photo.ts';
import { remove, retire, takeBackIn } from '../services/people/standing.ts';
import { putBack } from '../services/people/undo.ts';
import { needs } from './needs.ts';

const language = languageTag.default('en');
const version = z.int().min(1);
const of = { id: uuid, person: opaqueId, version, language };
const side = z.strictObject({ person: opaqueId, version });
const typed = z.string().max(2_000).nullable();
const handChange = z
  .strictObject({
    ...{ given: z.string().max(2_000), family: typed, preferred: typed, sayIt: typed },
    ...{ credentials: typed, title: typed, role: z.enum(roleIds) },
    languages: z.array(languageTag).max(mostLanguages),
    names: z.enum(namePolicies).nullable(),
    ...{ photo: z.null(), maskedPhoto: z.null(), onList: z.literal(true) },
  })
  .partial();
const leave = z.strictObject({ from: z.iso.date(), until: z.iso.date().nullable() });
const photoQuery = z.strictObject({
  ...{ ...of, version: z.coerce.number().int().min(1) },
  ...{ kind: z.enum(['face', 'masked']), taken: z.iso.date() },
});

type Told<Value, Problem> =
  | { status: 200; said: { person: PersonFile; result: Value } }
  | { status: 404; said: { problem: 'no-such-person' } }
  | { status: 409; said: { problem: 'changed-meanwhile'; person: PersonFile } }
  | { status: 422; said: { problem: Problem } };

/**
 * What changes people by hand. A request names whom it is of but never who acts, and carries the `version` of the person
 * that was seen: where they changed since it is 409 `changed-meanwhile` with the person as they are now, and nothing was
 * overwritten. What cannot be kept as it came: 422 and why. A badge is given as the reader reads it, and never comes back.
 */
export const changePeopleRoutes = (device: Device) => {
  const managing = needs(device, 'people');

  /** How it stands with a person after a change of theirs, made or not. */
  const after = async <Value, Problem>(
    signedIn: SignedIn,
    { person: id, language }: { person: string; language: string },
    done: Result<Value, Problem>,
  ): Promise<Told<Value, Problem>> => {
    const person = await personFile(device, signedIn, { id, language });
    if (person === null) return { status: 404, said: { problem: 'no-such-person' } };
    if (done.ok) return { status: 200, said: { person, result: done.value } };
    const { problem } = done;
    if (problem === 'no-such-person') return { status: 404, said: { problem: 'no-such-person' } };
    if (problem === 'changed-meanwhile')
      return { status: 409, said: { problem: 'changed-meanwhile', person } };
    return { status: 422, said: { problem } };
  };

  const standing = new Hono()
    .post('/retired', managing, zValidator('json', z.strictObject(of)), async (context) => {
      const { language, ...which } = context.req.valid('json');
      const signedIn = context.get('signedIn');
      const told = await after(signedIn, { ...which, language }, retire(device, signedIn, which));
      return context.json(told.said, told.status);
    })
    .post('/returned', managing, zValidator('json', z.strictObject(of)), async (context) => {
      const { language, ...which } = context.req.valid('json');
      const signedIn = context.get('signedIn');
      const told = await after(signedIn, { ...which, language }, takeBackIn(device, signedIn, which));
      return context.json(told.said, told.status);
    })
    .post('/removed', managing, zValidator('json', z.strictObject(of)), async (context) => {
      const { language, ...which } = context.req.valid('json');
      const signedIn = context.get('signedIn');
      const done = remove(device, signedIn, which);
      if (done.ok) return context.json({ outcome: 'removed' as const }, 200);
      const told = await after(signedIn, { ...which, language }, done);
      return context.json(told.said, told.status);
    });

  const doubles = new Hono()
    .post(
      '/merged',
      managing,
      zValidator('json', z.strictObject({ id: uuid, keep: side, double: side, language })),
      async (context) => {
        const { language, ...merging } = context.req.valid('json');
        const signedIn = context.get('signedIn');
        const done = mergePeople(device, signedIn, merging);
        const told = await after(signedIn, { person: merging.keep.person, language }, done);
        return context.json(told.said, told.status);
      },
    )
    .post(
      '/told-apart',
      managing,
      zValidator('json', z.strictObject({ id: uuid, one: opaqueId, other: opaqueId })),
      (context) => {
        const done = tellApart(device, context.get('signedIn'), context.req.valid('json'));
        return done.ok
          ? context.json({ outcome: 'told-apart' as const }, 200)
          : context.json({ problem: done.problem }, 404);
      },
    )
    .post('/put-back', managing, zValidator('json', z.strictObject({ id: uuid, of: uuid })), (context) => {
      const done = putBack(device, context.get('signedIn'), context.req.valid('json'));
      const changes = changesToPutBack(device);
      return done.ok ? context.json({ changes }, 200) : context.json({ problem: done.problem, changes }, 409);
    });

  return new Hono()
    .route('/manage/people', standing)
    .route('/manage/people', doubles)
    .post(
      '/manage/people/added',
      managing,
      zValidator(
        'json',
        z.strictObject({
          ...{ id: uuid, given: z.string().max(2_000), family: z.string().max(2_000) },
          ...{ role: z.enum(roleIds), language },
          /** That this is somebody else than the people whose names are like theirs. */
          sure: z.boolean().default(false),
        }),
      ),
      async (context) => {
        const { sure, language, ...newcomer } = context.req.valid('json');
        const signedIn = context.get('signedIn');
        const done = addPerson(device, signedIn, newcomer, sure);
        if (!done.ok) return context.json({ problem: done.problem }, 422);
        if ('alike' in done.value) return context.json(done.value, 200);
        const told = await after(signedIn, { person: newcomer.id, language }, ok(null));
        return context.json(told.said, told.status);
      },
    )
    .post(
      '/manage/people/changed',
      managing,
      zValidator('json', z.strictObject({ ...of, change: handChange })),
      async (context) => {
        const { change, language, ...which } = context.req.valid('json');
        const signedIn = context.get('signedIn');
        const done = changePerson(device, signedIn, which, change);
        const told = await after(signedIn, { ...which, language }, done);
        return context.json(told.said, told.status);
      },
    )
    .post(
      '/manage/people/leave',
      managing,
      zValidator('json', z.strictObject({ ...of, leave: leave.nullable() })),
      async (context) => {
        const { leave: wanted, language, ...which } = context.req.valid('json');
        const signedIn = context.get('signedIn');
        const done = setLeave(device, signedIn, which, wanted);
        const told = await after(signedIn, { ...which, language }, done);
        return context.json(told.said, told.status);
      },
    )
    .post('/manage/people/photos', managing, zValidator('query', photoQuery), async (context) => {
      const { kind, taken, language, ...which } = context.req.valid('query');
      const original = Buffer.from(await context.req.arrayBuffer());
      const signedIn = context.get('signedIn');
      const done = await setPhoto(device, signedIn, which, { kind, taken, original });
      if (!done.ok && done.problem === 'not-signed-in') return context.json({ problem: done.problem }, 401);
      const told = await after(signedIn, { ...which, language }, done);
      return context.json(told.said, told.status);
    })
    .post(
      '/manage/people/badges',
      managing,
      zValidator(
        'json',
        z.strictObject({
          ...{ id: uuid, person: opaqueId, language },
          code: z.string().min(4).max(200),
          move: z.boolean().default(false),
        }),
      ),
      async (context) => {
        const { language, ...badge } = context.req.valid('json');
        const signedIn = context.get('signedIn');
        const done = assignBadge(device, signedIn, badge);
        const told = await after(signedIn, { ...badge, language }, done);
        return context.json(told.said, told.status);
      },
    )
    .post(
      '/manage/people/badges/taken',
      managing,
      zValidator('json', z.strictObject({ id: uuid, person: opaqueId, language })),
      async (context) => {
        const { language, ...which } = context.req.valid('json');
        const signedIn = context.get('signedIn');
        const told = await after(signedIn, { ...which, language }, takeBadges(device, signedIn, which));
        return context.json(told.said, told.status);
      },
    );
};
