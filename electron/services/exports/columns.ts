/** What a cell holds: nothing, where it is null. */
export type Value = string | number | boolean | null;

/** How each column follows from a row; the columns stand in the order of the keys. */
export type Columns<Row> = { [Column in keyof Row]: (row: Row) => Value };

/** A truth value of the database. */
export const truth = (value: number | null): boolean | null => (value === null ? null : value === 1);
