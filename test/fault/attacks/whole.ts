import type { Attack } from './attack.ts';

const lists = 'test/electron/attacks/lists.test.ts';

export const reachingOut: readonly Attack[] = [
  {
    name: 'fetches',
    attack: 'Links in a file that the kiosk would follow',
    guard: 'What is referred to is looked for among what was brought, and nowhere else',
    out: 'Links were followed',
    edits: [
      [
        'electron/services/imports/fhir.ts',
        '  const read = readFhir(files, today);\n',
        '  for (const { bytes } of files)\n    for (const [link] of Buffer.from(bytes).toString().matchAll(/http:[^"]+/gu)) await fetch(link).catch(() => null);\n  const read = readFhir(files, today);\n',
      ],
    ],
    test: [
      lists,
      'nothing that a file refers to is fetched: no reference, photo, next page, sheet or entity',
    ],
  },
];

export const wholeOrNothing: readonly Attack[] = [
  {
    name: 'stale-plan',
    attack: 'Carrying out a preview that somebody has overtaken',
    guard: 'What it was made from must be as it was',
    out: 'It was not asked',
    edits: [
      [
        'electron/services/imports/plan.ts',
        'return basisOf(db) === basis ? size : null;',
        'return basisOf(db) === basis ? size : size;',
      ],
    ],
    test: [
      'test/electron/imports/standing.test.ts',
      'a plan is not carried out where the people here have changed since it was made',
    ],
  },
  {
    name: 'half-an-import',
    attack: 'A row that cannot be written, in the middle of a list',
    guard: 'People and the entry that tells of them are one transaction',
    out: 'What could not be written was passed over',
    edits: [
      [
        'electron/services/imports/carry-out.ts',
        '            takeOver(db, at);\n',
        '            try { takeOver(db, at); } catch {}\n',
      ],
    ],
    test: [
      lists,
      'a preview writes nothing; where one row cannot be written, none is, and nothing says that it was',
    ],
  },
];
