import type { Attack } from './attack.ts';

const lists = 'test/electron/attacks/lists.test.ts';
const tooMuch = 'a list that is made to be too much is refused with the reason: ';
const fhir = 'test/core/fhir/attacks.test.ts';
const table = 'core/roster/table.ts';

export const bombs: readonly Attack[] = [
  {
    name: 'large-file',
    attack: 'A list of more than 5 MB',
    guard: 'Its length, before it is read',
    out: 'It was not asked',
    edits: [
      [
        'core/roster/text.ts',
        "  if (bytes.length > largestFile)\n    return refuse(error(1, 'The file is larger than 5 MB.', 'Split it into smaller files.'));\n",
        '  void largestFile;\n',
      ],
    ],
    test: [fhir, 'of more than 5 MB is not parsed'],
  },
  {
    name: 'many-rows',
    attack: 'A list of 20,001 rows',
    guard: '20,000',
    out: 'Any number',
    edits: [[table, '  if (rows.length > mostRows)\n', '  if (rows.length > 2 * mostRows)\n']],
    test: [lists, tooMuch],
  },
  {
    name: 'many-cells',
    attack: 'Five million cells, or five million lines',
    guard: 'Separators and lines are counted before anything is cut up',
    out: 'They were not',
    edits: [
      [
        table,
        '  if (isOutsized(body, said?.[1])) return refuse(outsized(firstLine));\n',
        '  void isOutsized;\n',
      ],
    ],
    test: [lists, tooMuch],
  },
  {
    name: 'many-columns',
    attack: 'More columns than any sheet has',
    guard: '702, to ZZ',
    out: 'Any number',
    edits: [[table, '  if (wide !== undefined) return refuse(outsized(wide.line));\n', '  void wide;\n']],
    test: [lists, tooMuch],
  },
  {
    name: 'open-quote',
    attack: 'A quotation mark that swallows the rest of a list',
    guard: 'The file is refused whole',
    out: 'It was read as it came',
    edits: [[table, '      if (errors.length > 0) {', '      if (errors.length < 0) {']],
    test: [lists, tooMuch],
  },
  {
    name: 'deep-json',
    attack: 'JSON nested without end',
    guard: '32 levels, told without a stack that could overflow',
    out: 'Any depth',
    edits: [
      [
        'core/fhir/json.ts',
        "      if (open.length === deepest) return fault('too-deep');\n",
        '      void deepest;\n',
      ],
    ],
    test: [fhir, 'that is nested too deeply is not parsed'],
  },
  {
    name: 'many-resources',
    attack: 'More than 20,000 resources, also in Bundles inside Bundles',
    guard: 'They are counted as they are found',
    out: 'They were not',
    edits: [
      [
        'core/fhir/graph.ts',
        '    if (graph.nodes.length === mostResources) return tooMany(place.file);\n',
        '    void [mostResources, tooMany];\n',
      ],
    ],
    test: [
      fhir,
      'of more than 20,000 resources is not read: in a Bundle, in NDJSON, in Bundles inside, in several files',
    ],
  },
];
