/** The closed vocabularies of what leaves the device as a file; the log stores these. */

/** The tables from which every figure of a report can be counted again. */
export const recordTables = ['introductions', 'participants', 'sessions', 'schedule'] as const;

/** All tables; `summary` is counted from the others: a row for each session, held or not. */
export const tableNames = [...recordTables, 'summary'] as const;
export type TableName = (typeof tableNames)[number];

/** The forms of one table. */
export const tableFormats = ['csv', 'ndjson'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** `ndjson`: transactions, one on each line, to be sent in their order. `bundle`: one transaction. */
export const fhirForms = ['ndjson', 'bundle'] as const;
export type FhirForm = (typeof fhirForms)[number];

/** The forms of everything that a manager can let leave but a report, which has its own. */
export const exportFormats = [...tableFormats, 'xlsx', 'fhir', 'bundle'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/**
 * How many rows of a table a workbook takes at most. Measured with write-excel-file 4.1: 43,000 introductions with all that
 * belongs to them (81,000 rows) want 0.7 GB of memory and 22 seconds, 200,000 rows want 1.7 GB; a sheet ends at 1,048,576
 * rows, by when there is no memory left.
 */
export const mostInWorkbook = 50_000;

/** How many resources one transaction takes at most; a server that takes more is rare. */
export const mostInTransaction = 5_000;
