import type { Attack } from './attack.ts';

const session = 'electron/services/access/session.ts';
const accessTest = 'test/electron/routes/access.test.ts';
const bodies = 'test/electron/attacks/bodies.test.ts';
const namesNobody =
  'no body says who acts, nor reaches into a prototype: what a route does not know, it refuses by its name';

export const namedActors: readonly Attack[] = [
  {
    name: 'body-names-the-actor',
    attack: 'A page that says who acts',
    guard: 'No body has a place for it: what is not known is refused',
    out: 'Giving access took whatever else was sent',
    edits: [
      [
        'electron/routes/access.ts',
        'z.strictObject({ id: uuid, person: opaqueId, role: z.enum(grantedRoles), pin: pin.nullable() }),',
        'z.object({ id: uuid, person: opaqueId, role: z.enum(grantedRoles), pin: pin.nullable() }),',
      ],
    ],
    test: [bodies, namesNobody],
  },
  {
    name: 'tap-names-the-actor',
    attack: 'A tap that says who tapped',
    guard: 'The same, of the commands of a session',
    out: 'An undo took whatever else was sent',
    edits: [
      [
        'core/session/commands.ts',
        "z.strictObject({ type: z.literal('undo'), id, session: id, of: id }),",
        "z.object({ type: z.literal('undo'), id, session: id, of: id }),",
      ],
    ],
    test: [bodies, namesNobody],
  },
  {
    name: 'address-names-the-actor',
    attack: 'A photo whose address says who sent it',
    guard: 'The same, of what stands behind the question mark',
    out: 'It took whatever else was there',
    edits: [
      [
        'electron/routes/manage-people-changes.ts',
        'const photoQuery = z.strictObject({',
        'const photoQuery = z.object({',
      ],
    ],
    test: [bodies, 'no address of a photo, a sound or a file says who acts'],
  },
  {
    name: 'actor-is-the-bedside',
    attack: 'Doing a manager’s work under nobody’s name',
    guard: 'The log has who is signed in, whom the device knows',
    out: 'It had the bedside',
    edits: [
      [
        session,
        "({ kind: 'signed-in', person, role });\n\n/** Begins",
        "(person === role ? { kind: 'signed-in', person, role } : { kind: 'bedside' });\n\n/** Begins",
      ],
    ],
    test: [accessTest, 'a request cannot say who acts: the log has who signed in'],
  },
];
