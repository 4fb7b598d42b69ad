import type { Attack } from './attack.ts';

const names = 'core/names.ts';
const namesTest = 'test/electron/attacks/names.test.ts';
const throughNoDoor = 'through no door a name comes in that turns or hides what stands around it';
const coreNames = 'test/core/names.test.ts';

export const bidiNames: readonly Attack[] = [
  {
    name: 'turned-name',
    attack: 'A name that turns or hides the words around it',
    guard: 'Controls, bidi controls and what nobody sees are refused',
    out: 'They were not',
    edits: [
      [
        names,
        "  if (forbidden.test(name) || !name.isWellFormed()) return { problem: 'forbidden-character' };\n",
        '',
      ],
    ],
    test: [
      namesTest,
      'no control, no bidi control and nothing that nobody sees is in any name, but for what letters need',
    ],
  },
  {
    name: 'invisible-name',
    attack: 'A name of letters that have no shape',
    guard: 'The fillers of Hangul and the blank of Braille are refused',
    out: 'They were letters like any other',
    edits: [[names, '\\u2800\\u3164', '']],
    test: [namesTest, 'no name is made of nothing that anybody sees'],
  },
  {
    name: 'long-name',
    attack: 'A name as long as a book',
    guard: '120 code points',
    out: 'Any length',
    edits: [
      [
        names,
        "return [...name].length > longestName ? { problem: 'too-long' } : { name };",
        'return { name };',
      ],
    ],
    test: [coreNames, 'has up to 120 code points, however many bytes they take'],
  },
  {
    name: 'two-forms-of-a-name',
    attack: 'The same name, in another form of Unicode',
    guard: 'NFC',
    out: 'As it came',
    edits: [[names, "text.normalize('NFC').trim().replace(/ +/gu, ' ')", "text.trim().replace(/ +/gu, ' ')"]],
    test: [coreNames, 'is in one Unicode form and without spaces that say nothing'],
  },
  {
    name: 'name-by-hand',
    attack: 'Such a name, typed by a manager',
    guard: 'Each text of a person is cleaned',
    out: 'It was kept as it was typed',
    edits: [
      [
        'core/people/edit.ts',
        "const clean = cleanName(typed ?? '');",
        "const clean: ReturnType<typeof cleanName> = { name: typed ?? '' };",
      ],
    ],
    test: [namesTest, throughNoDoor],
  },
  {
    name: 'name-of-a-visitor',
    attack: 'Such a name, of a visitor',
    guard: 'The same',
    out: 'It was kept as it was typed',
    edits: [
      [
        'electron/services/people.ts',
        '  const clean = cleanName(name);\n',
        '  const clean: ReturnType<typeof cleanName> = { name };\n',
      ],
    ],
    test: [namesTest, throughNoDoor],
  },
  {
    name: 'name-on-a-card',
    attack: 'Such a text, on one’s own card',
    guard: 'The same',
    out: 'It was kept as it was typed',
    edits: [
      [
        'core/own-card.ts',
        'const clean = cleanName(typed);',
        'const clean: ReturnType<typeof cleanName> = { name: typed };',
      ],
    ],
    test: [namesTest, throughNoDoor],
  },
  {
    name: 'name-of-a-patient',
    attack: 'Such a text, as what a patient wants to be called',
    guard: 'The same',
    out: 'It was kept as it was typed',
    edits: [
      ['core/view.ts', ".refine((text) => 'name' in cleanName(text))", ".refine((text) => text !== '')"],
    ],
    test: [namesTest, throughNoDoor],
  },
  {
    name: 'name-of-a-place',
    attack: 'Such a name, of a place or a unit',
    guard: 'The same',
    out: 'It was kept as it was typed',
    edits: [
      [
        'electron/services/settings-view.ts',
        'const [place, of] = [cleanName(name), cleanName(unit)];',
        'const [place, of]: ReturnType<typeof cleanName>[] = [{ name }, { name: unit }];',
      ],
    ],
    test: [namesTest, throughNoDoor],
  },
  {
    name: 'name-in-a-list',
    attack: 'Such a name, in a list',
    guard: 'The same',
    out: 'It was kept as it came',
    edits: [
      [
        'core/roster/person.ts',
        'const found = cleanName(text);',
        'const found: ReturnType<typeof cleanName> = { name: text };',
      ],
    ],
    test: [namesTest, 'nor does one come with a file: '],
  },
  {
    name: 'name-in-fhir',
    attack: 'Such a name, in FHIR',
    guard: 'The same',
    out: 'It was kept as it came',
    edits: [
      [
        'core/fhir/human-name.ts',
        "text.includes(broken) ? { problem: 'forbidden-character' } : cleanName(text);",
        "text.includes(broken) ? { problem: 'forbidden-character' } : cleanName(text.replace(/[^A-Za-z ]/gu, ''));",
      ],
    ],
    test: [namesTest, 'nor does one come with a file: '],
  },
  {
    name: 'shown-to-a-terminal',
    attack: 'A name that a terminal would obey, in a report of the command line',
    guard: 'What a terminal would obey or hide is written out',
    out: 'It was said as it is',
    edits: [
      ['core/roster/problem.ts', '.replace(unseen, (point)', '.replace(/\\0/gu, (point)'],
      ['core/roster/problem.ts', 'const unseen = ', 'export const unseen = '],
    ],
    test: ['test/core/fhir/attacks.test.ts', 'shows nothing of itself that a terminal would obey'],
  },
  {
    name: 'name-without-bdi',
    attack: 'A name from the other direction, which moves the words beside it',
    guard: 'Names stand in <bdi>',
    out: 'They stood in <span>',
    edits: [
      ['renderer/ui/name.tsx', '<bdi className', '<span className'],
      ['renderer/ui/name.tsx', '</bdi>', '</span>'],
    ],
    test: [namesTest, 'a name keeps its own direction wherever it is shown'],
  },
  {
    name: 'drawn-alike',
    attack: 'A name that only looks like somebody’s',
    guard: 'Whoever adds it is shown whom it is like, and may say that it is another',
    out: 'Only the same letters were alike',
    edits: [['core/names-alike.ts', '|| drawnForm(other) === drawn;', '|| drawn === null;']],
    test: [
      'test/electron/routes/people-alike.test.ts',
      'a name that only looks like somebody’s is noticed wherever they stand on a long roster',
    ],
  },
];
