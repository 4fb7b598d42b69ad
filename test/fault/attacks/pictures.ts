import type { Attack } from './attack.ts';

const csv = 'electron/services/exports/csv.ts';
const photos = 'electron/services/photos.ts';
const pictures = 'test/electron/attacks/pictures.test.ts';
const photosTest = 'test/electron/imports/photos.test.ts';
const byHeader = 'a bomb is refused by its header, and costs next to no memory: a ';

export const formulas: readonly Attack[] = [
  {
    name: 'formula-in-csv',
    attack: 'A place called =1+1, in a table that a spreadsheet opens',
    guard: 'An apostrophe before what begins like a formula',
    out: 'The apostrophe',
    edits: [[csv, 'formula.test(text) ?', 'formula.test(text) && text.length === 0 ?']],
    test: ['test/electron/exports/formulas.test.ts', 'opened in LibreOffice, a table as CSV has 0 formulas'],
  },
  {
    name: 'other-formula-signs',
    attack: 'The other signs that begin one: + - @ TAB CR LF',
    guard: 'All seven are known',
    out: 'Only = was',
    edits: [[csv, '/^[=+\\-@\\t\\r\\n]/u', '/^[=]/u']],
    test: [
      'test/electron/exports/csv.test.ts',
      'what a spreadsheet would take for a formula gets an apostrophe before it',
    ],
  },
  {
    name: 'cell-breaks-out',
    attack: 'A name with a quotation mark, which ends its cell',
    guard: 'Every cell is quoted, its quotation marks doubled',
    out: 'They were not doubled',
    edits: [[csv, ".replaceAll('\"', '\"\"')", '']],
    test: [
      'test/electron/exports/csv.test.ts',
      'whatever the cells are, a reader of CSV finds the same cells again',
    ],
  },
  {
    name: 'formula-in-workbook',
    attack: 'The same in a workbook',
    guard: 'Texts are written as texts',
    out: 'What begins with = was written as a formula',
    edits: [
      [
        'electron/services/exports/workbook.ts',
        "  if (typeof value === 'number') return { type: Number, value };\n",
        "  if (typeof value === 'number') return { type: Number, value };\n  if (String(value).startsWith('=')) return { type: 'Formula' as never, value: String(value).slice(1) };\n",
      ],
    ],
    test: ['test/electron/exports/formulas.test.ts', 'opened in LibreOffice, a workbook has 0 formulas'],
  },
];

export const images: readonly Attack[] = [
  {
    name: 'any-picture',
    attack: 'SVG, GIF, PDF, a script: called a photo',
    guard: 'The first bytes of a JPEG, PNG or WebP',
    out: 'They were not looked at',
    edits: [[photos, "  if (!isPhoto(original)) return refuse('not-a-photo');\n", '']],
    test: [pictures, 'what is no JPEG, PNG or WebP by its first bytes is not given to what decodes: a '],
  },
  {
    name: 'every-decoder',
    attack: 'A file that begins as a PNG and goes on as something else',
    guard: 'Only the three decoders can be used in the process',
    out: 'All of them could',
    edits: [[photos, "sharp.block({ operation: ['VipsForeignLoad'] });", '']],
    test: [pictures, 'nothing but these three can be decoded in this process, whatever asks for it'],
  },
  {
    name: 'picture-of-any-size',
    attack: 'A picture of more than 8 MB',
    guard: 'Its length, before anything is looked at',
    out: 'It was not asked',
    edits: [[photos, "  if (original.length > largestPhoto) return refuse('too-large');\n", '']],
    test: [photosTest, 'of %s is refused'],
  },
  {
    name: 'picture-bomb',
    attack: 'A small file that unpacks to gigabytes',
    guard: 'Width and height by the header, at most 24 megapixels, before anything is decoded',
    out: 'They were not asked',
    edits: [
      [photos, "    if (width * height > mostPixels) return refuse('too-many-pixels');\n", ''],
      [
        photos,
        'sharp(original, { limitInputPixels: mostPixels })',
        'sharp(original, { limitInputPixels: false })',
      ],
    ],
    test: [pictures, byHeader],
  },
  {
    name: 'picture-keeps-what-it-says',
    attack: 'Where a photo was taken, or a script, inside or behind it',
    guard: 'It is encoded anew, without metadata',
    out: 'Metadata was kept',
    edits: [[photos, '      .webp({ quality: 82 })', '      .keepMetadata()\n      .webp({ quality: 82 })']],
    test: [pictures, 'what hides behind, before or inside a picture is not in the photo: '],
  },
  {
    name: 'picture-on-the-main-thread',
    attack: 'A large photo, while somebody taps',
    guard: 'It is made off the main thread',
    out: 'The main thread waited for it',
    edits: [
      [
        photos,
        'export const makePhoto = async (original: Buffer): Promise<Result<Photo, PhotoProblem>> => {\n',
        "import { execFileSync } from 'node:child_process';\nexport const makePhoto = async (original: Buffer): Promise<Result<Photo, PhotoProblem>> => {\n  execFileSync(process.execPath, ['-e', \"require('sharp')(require('fs').readFileSync(0)).webp().toBuffer()\"], { input: original });\n",
      ],
    ],
    test: [
      pictures,
      'while a large photo is made, the kiosk goes on: its thread waits for most of that time',
    ],
  },
  {
    name: 'body-of-any-type',
    attack: 'A photo where a tap belongs, a web page where a photo does',
    guard: 'Each address takes its own kinds',
    out: 'It took any that the kiosk knows',
    edits: [
      [
        'electron/routes/bodies.ts',
        "if (context.req.method === 'POST' && !other.types.has(mediaType(context.req.header('content-type'))))",
        "if (context.req.method === 'PUT' && !other.types.has(mediaType(context.req.header('content-type'))))",
      ],
    ],
    test: [
      'test/electron/routes/own-card.test.ts',
      'each body goes where it belongs: no voice as a photo, no photo as a command',
    ],
  },
  {
    name: 'photo-by-path',
    attack: 'An address of a photo that leads to another file',
    guard: 'A photo is found by the hash of its content; files of the screens by a map made when it starts',
    out: 'Files were found by their path',
    edits: [
      [
        'electron/routes/files.ts',
        '      const file = files.get(context.req.path);\n',
        "      const file = files.get(context.req.path) ?? (existsSync(join('/', decodeURIComponent(context.req.path))) ? { bytes: new Uint8Array(readFileSync(join('/', decodeURIComponent(context.req.path)))), type: 'text/plain' } : undefined);\n",
      ],
    ],
    test: [
      'test/electron/routes/files.test.ts',
      'what the build did not make does not exist, however it is asked for',
    ],
  },
];
