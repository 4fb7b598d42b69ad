import { ok, type Result, refuse } from '../../../../core/result.ts';

/** Nobody’s list has more columns than ZZ; no sheet has more rows (ECMA-376). */
const widest = 702;
const longest = 1_048_576;
/** What reads a sheet makes a cell of each place up to its last row and column, and memory would end before a bomb did. */
const mostPlaces = 4_000_000;

const tag =
  /<(?:[\w.-]+:)?(row|c)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|<(?:[\w.-]+:)?(?:row|c)[\s/>]|<!|<\?(?!xml\s)/gu;
const error = /\st\s*=\s*["']e["']/u;
const place = /\sr\s*=\s*["']([A-Z]*)(\d*)["']/u;

/**
 * Refuses sheets that would be too large once every place up to their last cell is made, whatever they say of their size.
 * A cell that does not say where it stands is behind the one before it. A sheet with what no program
 * writes between its cells cannot be judged, and is not read. Gives for each the rows in which a formula shows an error.
 */
export const extentOf = (
  sheets: readonly (Buffer | undefined)[],
): Result<number[][], 'too-wide' | 'too-large-inside' | 'unreadable'> => {
  let places = 0;
  const failed: number[][] = [];
  for (const sheet of sheets) {
    const lines = new Set<number>();
    let [row, column, lastRow, lastColumn] = [0, 0, 0, 0];
    for (const [, kind, attributes = '', closed] of sheet?.toString('latin1').matchAll(tag) ?? []) {
      if (kind === undefined) return refuse('unreadable');
      const [, letters = '', digits = ''] = place.exec(attributes) ?? [];
      if (digits.length > 7 || letters.length > 2) return refuse('too-wide');
      row = Math.max(kind === 'row' ? row + 1 : row, Number(digits));
      column = kind === 'row' ? 0 : Math.max(column + 1, columnOf(letters) + 1);
      if (row > longest || column > widest) return refuse('too-wide');
      if (kind !== 'c' || closed === '/') continue;
      if (error.test(attributes)) lines.add(row);
      lastRow = Math.max(lastRow, row);
      lastColumn = Math.max(lastColumn, column);
    }
    places += lastRow * lastColumn;
    failed.push([...lines]);
  }
  return places > mostPlaces ? refuse('too-large-inside') : ok(failed);
};

/** “A” is column 0, “AA” is column 26; -1 for none. */
export const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
