import { ok, type Result, refuse } from '../result.ts';
import { readText } from '../roster/text.ts';
import { deepest, type Fault, valuesIn } from './json.ts';
import { errorAt, type FhirProblem, type FileName, noteAt } from './place.ts';

export type Json = Readonly<Record<string, unknown>>;

/** A file of FHIR as it was given. */
export interface FhirFile {
  name: string;
  bytes: Uint8Array;
}

/** What a file holds: one value, or one on each of its lines. */
export interface FileText {
  counts: FileName['counts'];
  values: { value: Json; line: number }[];
  problems: FhirProblem[];
}

export const mostResources = 20_000;

/** How other things begin that are sent instead of JSON, and what is to be done. */
const notJson: readonly { begins: readonly number[]; is: string; whatToDo: string }[] = [
  { begins: [0x1f, 0x8b], is: 'is compressed with gzip', whatToDo: 'Unpack it first.' },
  { begins: [0x50, 0x4b, 0x03, 0x04], is: 'is a ZIP archive', whatToDo: 'Unpack it first.' },
];

const beginsWith = (bytes: Uint8Array, begins: readonly number[]): boolean =>
  begins.every((byte, at) => bytes[at] === byte);

const firstSign = (bytes: Uint8Array): string =>
  new TextDecoder()
    .decode(bytes.subarray(0, 1000))
    .replaceAll(/[\0\ufffd]/gu, '')
    .trimStart()
    .charAt(0);

/** Whether a file is to be read as FHIR: by its name, or because it begins as no list of people does. */
export const isFhir = ({ name, bytes }: FhirFile): boolean =>
  /\.(?:json|ndjson|jsonl|xml)(?:\.gz)?$/iu.test(name) ||
  '{<'.includes(firstSign(bytes) || ' ') ||
  beginsWith(bytes, [0x1f, 0x8b]);

const exportAgain = 'Export it again.';

/** Reads a file of JSON or NDJSON, and refuses with the reason what is neither. Nothing of a text is looked at that is nested too deeply. */
export const readFile = ({ bytes }: FhirFile, file: number): Result<FileText, FhirProblem> => {
  const refused = (line: number, what: string, whatToDo: string) =>
    refuse(errorAt({ file, at: line }, what, whatToDo));
  const other = notJson.find(({ begins }) => beginsWith(bytes, begins));
  if (other) return refused(1, `The file ${other.is}.`, other.whatToDo);
  if (firstSign(bytes) === '<')
    return refused(1, 'The file is XML; only FHIR in JSON can be read.', 'Export it as JSON.');
  const read = readText(bytes);
  if (!read.ok) return refuse({ ...read.problem, file });
  const { text, encoding } = read.value;
  const spans = valuesIn(text);
  if (!spans.ok) return refused(spans.problem.line, ...inWords[spans.problem.kind]);
  const [first, second] = spans.value;
  if (first === undefined) return refused(1, 'The file is empty.', exportAgain);
  const values: FileText['values'] = [];
  for (const [index, { from, to, line, oneLine }] of spans.value.entries()) {
    if (second !== undefined && (!oneLine || spans.value[index - 1]?.line === line))
      return refused(
        line,
        'The file holds several values and is not NDJSON, which has each on a line of its own.',
        'Export it as a Bundle or as NDJSON.',
      );
    const value: unknown = JSON.parse(text.slice(from, to));
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return refused(
        line,
        'This is JSON, but no resource of FHIR.',
        'Export a Bundle, NDJSON or one resource.',
      );
    values.push({ value: { ...value }, line });
  }
  const problems =
    encoding === 'windows-1252'
      ? [
          noteAt(
            { file, at: 1 },
            'The file is not in UTF-8, as FHIR has to be; it was read as Windows-1252.',
            'Look at a name with an accent.',
          ),
        ]
      : [];
  return ok({ counts: second === undefined ? 'nothing' : 'lines', values, problems });
};

const inWords: Record<Fault['kind'], readonly [what: string, whatToDo: string]> = {
  broken: ['The JSON is broken on this line.', exportAgain],
  'cut-off': ['The JSON ends in the middle: a part of the file is missing.', exportAgain],
  'too-deep': [
    `The JSON is nested more than ${deepest} levels deep, which no list of people is.`,
    'Look at where it comes from.',
  ],
};

export const tooMany = (file: number): FhirProblem =>
  errorAt(
    { file, at: 1 },
    `There are more than ${mostResources} resources.`,
    'Split them, with everybody’s roles beside them.',
  );
