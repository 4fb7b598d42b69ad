import type { Attack } from './attack.ts';

const lists = 'test/electron/attacks/lists.test.ts';
const fhir = 'test/core/fhir/attacks.test.ts';
const fileNames = 'core/roster/file-names.ts';
const people = 'test/electron/imports/people.test.ts';

export const pathTricks: readonly Attack[] = [
  {
    name: 'photo-leads-out',
    attack: '../../photo.jpg, C:\\photo.jpg, /etc/… as the name of a photo',
    guard: 'A name that leads out of the folder is an error',
    out: 'It was looked for like any other',
    edits: [
      [
        fileNames,
        "  /^[/\\\\]/u.test(name) || /^[a-z]:/iu.test(name) || name.split(/[/\\\\]/u).some((part) => part.trim() === '..');",
        "  name === '' && /^[/\\\\]/u.test(name);",
      ],
    ],
    test: [people, 'that are outside its folder are an error: '],
  },
  {
    name: 'photo-by-link',
    attack: 'A symbolic link in the folder of photos',
    guard: 'Where the file really lies must be below the folder',
    out: 'It was not asked',
    edits: [
      [
        'electron/services/imports/photo-files.ts',
        "    if (isOutside(await realpath(folder), file)) return refused('is outside the folder of the photos');\n",
        "    if (isOutside('/', file)) return refused('is outside the folder of the photos');\n",
      ],
    ],
    test: [people, 'that are outside its folder are an error: '],
  },
  {
    name: 'photo-is-a-device',
    attack: 'NUL.jpg, a:b and other names that are no files',
    guard: 'Devices, streams and unseen signs are an error',
    out: 'They were looked for',
    edits: [
      [
        'electron/services/imports/photo-files.ts',
        "    if (isNoFileName(name)) return refused('is no name of a file');\n",
        "    if (isNoFileName('a')) return refused('is no name of a file');\n",
      ],
    ],
    test: [people, 'that are called like a device are an error: '],
  },
  {
    name: 'brought-photo-leads-out',
    attack: 'The same in a list that is brought on screen',
    guard: 'The same names find nothing',
    out: 'Their last part was looked for',
    edits: [
      [
        'electron/services/imports/photos-brought.ts',
        'if (leadsOut(name) || isNoFileName(name)) return',
        "if (leadsOut('a') || isNoFileName('a')) return",
      ],
    ],
    test: [
      'test/electron/imports/who-may.test.ts',
      'photos are found by what they are called; a name that leads elsewhere finds nothing, and no picture is only called one',
    ],
  },
  {
    name: 'export-name',
    attack: 'An id that makes the name of an export a path',
    guard: 'Letters, digits and dashes',
    out: 'The id as it was',
    edits: [['electron/services/exports/job-folder.ts', ".replaceAll(/[^A-Za-z0-9_-]/gu, '-')", '']],
    test: [
      'test/electron/attacks/file-names.test.ts',
      'a file that leaves is called by letters, digits and dashes, whatever the id is that is asked for',
    ],
  },
  {
    name: 'opaque-id',
    attack: 'A path, or a line of a header, as an id',
    guard: 'Ids are a few plain letters and signs',
    out: 'Any text was one',
    edits: [['core/session/ids.ts', 'z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/)', 'z.string()']],
    test: [
      'test/electron/attacks/file-names.test.ts',
      'what would be a path, or a header of its own, is no id at all: ',
    ],
  },
];

export const prototypes: readonly Attack[] = [
  {
    name: 'prototype-of-a-column',
    attack: 'A name, a role, a language or a column called __proto__ or constructor',
    guard: 'Nothing that stands in a list is ever the key of an object',
    out: 'Columns were noted in an object under their names',
    edits: [
      [
        'core/roster/columns.ts',
        '  const best: Partial<',
        '  const noted: Record<string, Record<string, boolean>> = {};\n  for (const cell of header.cells) {\n    noted[cell] ??= {};\n    noted[cell].seen = true;\n  }\n  const best: Partial<',
      ],
    ],
    test: [lists, 'keys of prototypes in a list are columns and values like any other'],
  },
  {
    name: 'prototype-of-a-resource',
    attack: '__proto__ as a key in FHIR',
    guard: 'Only own keys of a resource are read',
    out: 'Resources were copied key by key',
    edits: [
      [
        'core/fhir/file.ts',
        '    values.push({ value: { ...value }, line });\n',
        '    const copy: Record<string, unknown> = {};\n    for (const [key, one] of Object.entries(value)) copy[key] = one;\n    values.push({ value: copy, line });\n',
      ],
    ],
    test: [fhir, 'with keys of prototypes changes nothing, and gives nobody a name'],
  },
];
