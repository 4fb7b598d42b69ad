import type { Value } from './columns.ts';

/** What a spreadsheet takes for the start of a formula (OWASP, CSV Injection). */
const formula = /^[=+\-@\t\r\n]/u;

const written = (value: Value): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === null ? '' : String(value);
};

const cell = (value: Value): string => {
  const text = written(value);
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
};

/** One record after RFC 4180, every cell quoted; what could be a formula gets an apostrophe before it. */
export const csvLine = (cells: readonly Value[]): string => `${cells.map(cell).join(',')}\r\n`;

/** Spreadsheets take a file without it for one in the code page of the machine, and break every name in it. */
export const byteOrderMark = '\ufeff';
