import type { Attack } from './attack.ts';

const bodies = 'test/electron/attacks/bodies.test.ts';

export const bodiesOfAnySize: readonly Attack[] = [
  {
    name: 'body-of-any-size',
    attack: 'A tap of a gigabyte',
    guard: '64 KB, where nothing else is said',
    out: 'Any size',
    edits: [
      [
        'electron/routes/bodies.ts',
        'if (other === undefined) return json(context, next);',
        'if (other === undefined) return next();',
      ],
    ],
    test: [bodies, 'no body is too deep or too large to be refused, and what is no JSON is refused too'],
  },
  {
    name: 'file-of-any-size',
    attack: 'A file of a gigabyte',
    guard: 'Each kind of file has its size',
    out: 'Any size',
    edits: [['electron/routes/bodies.ts', '  return other.limit(context, next);', '  return next();']],
    test: [
      bodies,
      'no photo, sound or file is read that is too large, and none is taken where another belongs',
    ],
  },
  {
    name: 'setting-by-prototype',
    attack: 'Settings that are not for a screen, or are reached through a prototype',
    guard: 'The settings that there are, by name, and nothing else',
    out: 'Whatever else was sent was left out in silence',
    edits: [
      [
        'electron/routes/settings.ts',
        'const change = z\n  .strictObject({\n    place',
        'const change = z\n  .object({\n    place',
      ],
    ],
    test: [bodies, 'no setting is reached through a prototype, nor one that is not for a screen'],
  },
];
