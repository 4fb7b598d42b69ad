import { ok, type Result, refuse } from '../result.ts';
import { error, type Problem } from './problem.ts';

const largestFile = 5 * 1024 * 1024;

/** How other kinds of file begin that are sent instead of CSV. */
const notText: readonly { begins: readonly number[]; is: string; whatToDo?: string }[] = [
  { begins: [0x50, 0x4b, 0x03, 0x04], is: 'a workbook or a ZIP archive' },
  {
    begins: [0xd0, 0xcf, 0x11, 0xe0],
    is: 'an old workbook (.xls), or one with a password',
    whatToDo:
      'Open it, choose “Save as”, then “Excel Workbook (.xlsx)” without a password or “CSV UTF-8”, and import that.',
  },
  { begins: [0x25, 0x50, 0x44, 0x46], is: 'a PDF' },
];

const saveAsCsv = 'Save the list as CSV (UTF-8) and import that.';

/** What programs write that call a table of HTML, or XML, a workbook. */
const pageOfOffice = /^\W*<(?:!doctype html|html|table|\?xml)\b/iu;

/**
 * The text of a file in UTF-8 with or without a byte order mark, UTF-16 of either order, or else Windows-1252,
 * with every line break as LF. `encoding` is the WHATWG name. Refuses empty, too large and binary files.
 */
export const readText = (bytes: Uint8Array): Result<{ text: string; encoding: string }, Problem> => {
  if (bytes.length === 0) return refuse(error(1, 'The file is empty.', 'Export the list again.'));
  if (bytes.length > largestFile)
    return refuse(error(1, 'The file is larger than 5 MB.', 'Split it into smaller files.'));
  const other = notText.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte));
  if (other) return refuse(error(1, `The file is ${other.is}, not text.`, other.whatToDo ?? saveAsCsv));
  if (pageOfOffice.test(new TextDecoder('latin1').decode(bytes.subarray(0, 2000))))
    return refuse(
      error(
        1,
        'The file is a web page or XML that is called a workbook.',
        'Open it in Excel, choose “Save as”, then “Excel Workbook (.xlsx)” or “CSV UTF-8”, and import that.',
      ),
    );
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes).replace(/\r\n?/gu, '\n');
  if (text.includes('\0')) return refuse(error(1, 'The file is not text.', saveAsCsv));
  return ok({ text, encoding });
};

const encodingOf = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return unmarkedUtf16(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
};

/**
 * UTF-16 without a mark is known by its zeroes: every comma, line break and Latin letter of a table has one, always
 * on the same side. Other text has none.
 */
const unmarkedUtf16 = (bytes: Uint8Array): string | null => {
  const zeroes = [0, 0];
  for (const [at, byte] of bytes.subarray(0, 2000).entries())
    if (byte === 0) zeroes[at % 2] = (zeroes[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeroes;
  if (bytes.length % 2 === 1 || Math.max(even, odd) < 3 || Math.min(even, odd) > 0) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
};

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};
