import type { Attack } from './attack.ts';

const lists = 'test/electron/attacks/lists.test.ts';
const workbook = 'test/electron/imports/workbook/attacks.test.ts';
const zip = 'electron/services/imports/workbook/zip.ts';

export const workbooks: readonly Attack[] = [
  {
    name: 'zip-bomb',
    attack: 'A workbook of 0.2 MB that unpacks to 200 MB',
    guard: 'Sizes by the directory of the archive, before anything is unpacked',
    out: 'They were not asked',
    edits: [
      [
        zip,
        'if (whole > largestInside || entries.some(isTooTight))',
        'if (whole < 0 && entries.some(isTooTight))',
      ],
    ],
    test: [
      workbook,
      'a packed workbook is read; its bomb is refused by what its directory says, before anything is unpacked',
    ],
  },
  {
    name: 'lying-zip-bomb',
    attack: 'One whose directory says that it is small',
    guard: 'Nothing is unpacked further than it said',
    out: 'It was unpacked whole, and taken as it came',
    edits: [
      [zip, 'inflateRawSync(held, { maxOutputLength: Math.max(1, size) })', 'inflateRawSync(held)'],
      [
        zip,
        'return found.length === size && crc32(found) === crc ? ok(found)',
        'return crc32(found) >= 0 ? ok(found)',
      ],
    ],
    test: [workbook, 'a bomb that says it is small is unpacked no further than it says'],
  },
  {
    name: 'odd-zip',
    attack: 'Files in an archive that overlap',
    guard: 'Each byte belongs to one file',
    out: 'They could',
    edits: [
      [zip, 'inOrder.some(({ from }, index) => from < (inOrder[index - 1]?.to ?? 0))', 'inOrder.length < 0'],
    ],
    test: [
      workbook,
      'many files, files that overlap, two of one name and a directory that leads elsewhere are refused',
    ],
  },
  {
    name: 'xml-entities',
    attack: 'Entities of XML: a billion laughs, or the password file',
    guard: 'No part of a workbook may declare any',
    out: 'They could',
    edits: [
      [
        'electron/services/imports/workbook/parts.ts',
        '/<!(?:DOCTYPE|ENTITY)/iu.test',
        '/<!(?:NOTHING)/iu.test',
      ],
    ],
    test: [workbook, 'entities are refused wherever they stand, also those that read a file or call another'],
  },
  {
    name: 'far-cell',
    attack: 'One cell at the far end of a sheet',
    guard: 'The places up to the last cell are counted before any is made',
    out: 'They were not',
    edits: [
      [
        'electron/services/imports/workbook/extent.ts',
        'if (row > longest || column > widest)',
        'if (row > 1e9 || column > 1e9)',
      ],
      [
        'electron/services/imports/workbook/extent.ts',
        "digits.length > 7 || letters.length > 2) return refuse('too-wide');",
        "digits.length > 70) return refuse('too-wide');",
      ],
    ],
    test: [
      workbook,
      'rows and columns at the far end of a sheet cost no more memory than the thread may have',
    ],
  },
  {
    name: 'shared-string-bomb',
    attack: 'One long text that every cell refers to',
    guard: 'All letters are counted before they leave the thread',
    out: 'They were not',
    edits: [
      [
        'electron/services/imports/workbook/workbook-worker.ts',
        'if (letters > most)',
        'if (letters < 0 && most > 0)',
      ],
    ],
    test: [workbook, 'one long text that every cell refers to comes to no more than a list is'],
  },
  {
    name: 'merged-bomb',
    attack: 'Merged cells, each beside all the rows of the others',
    guard: 'The rows that they stand beside are counted',
    out: 'They were not',
    edits: [
      [
        'electron/services/imports/workbook/parts.ts',
        "  if (besideOf(merged.flat()) > mostBeside) return refuse('too-large-inside');\n",
        '  void [besideOf, mostBeside];\n',
      ],
    ],
    test: [lists, 'a workbook whose merged cells stand beside each other’s rows without end is refused'],
  },
];
