import { mostInTransaction, mostInWorkbook } from '../../../core/exports/words.ts';
import { Problem } from '../../problem.ts';

const sentences = {
  xlsx: (rows: number) =>
    `A workbook takes at most ${mostInWorkbook} rows of a table, and this would have ${rows}: choose fewer days, or CSV, which takes any number.`,
  fhir: () =>
    `These days have more than ${mostInTransaction} resources, which is too much for one transaction: choose fewer days, or NDJSON.`,
};

/** There is more than a file of this form takes; says what to do instead. */
export class TooManyRows extends Problem {
  constructor(of: keyof typeof sentences, rows: number) {
    super(sentences[of](rows));
  }
}
