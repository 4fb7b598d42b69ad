import { type FhirAsked, fhirPieces } from '../../electron/services/exports/fhir/lines.ts';
import { databaseFile } from '../../electron/services/folder.ts';
import { openReader } from '../../electron/store/open.ts';
import type { Transaction } from './fhir-validator.ts';

export const always: FhirAsked = {
  ...{ from: '2000-01-01', to: '2099-12-31', unit: null, place: null, kind: null },
  form: 'ndjson',
};

/** The FHIR export of a record: how many resources it says, its text, and what transactions are in it. */
export const fhirOf = (folder: string, asked: Partial<FhirAsked> = {}) => {
  const db = openReader(databaseFile(folder));
  try {
    const pieces = [...fhirPieces(db, { ...always, ...asked })];
    const text = pieces.map((piece) => piece.text).join('');
    return {
      text,
      resources: pieces.reduce((sum, piece) => sum + piece.resources, 0),
      transactions: transactionsIn(text, asked.form ?? 'ndjson'),
    };
  } finally {
    db.close();
  }
};

export const transactionsIn = (text: string, form: FhirAsked['form']): Transaction[] =>
  form === 'bundle'
    ? [JSON.parse(text)]
    : text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));

/** Every resource of an export, of one type where one is named. */
export const resourcesIn = (transactions: readonly Transaction[], type?: string) =>
  transactions
    .flatMap(({ entry }) => entry.map(({ resource }) => resource))
    .filter(({ resourceType }) => type === undefined || resourceType === type);
