import type { Reader } from '../../electron/store/open.ts';
import { query } from '../../electron/store/sql.ts';

const tables = query<{ name: string }>(
  "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%' order by name",
);

/** Every row of every table, or of these, in the order of their text. */
export const rowsOf = (
  db: Reader,
  names = tables.all(db, {}).map(({ name }) => name),
): Record<string, unknown[]> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      db
        .prepare(`select * from ${name}`)
        .all({})
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  );
