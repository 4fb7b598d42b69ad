import type { Reader } from '../../../electron/store/open.ts';
import { query } from '../../../electron/store/sql.ts';

const owners = query<{ page: number; name: string }>(
  `select pageno as page, coalesce(sqlite_schema.tbl_name, dbstat.name) || iif(type = 'index', ' (index)', '') as name
   from dbstat left join sqlite_schema on sqlite_schema.name = dbstat.name`,
);

/** To which table, or index of which table, each page of a database belongs; pages that are free are left out. */
export const ownersOfPages = (db: Reader): Map<number, string> =>
  new Map(owners.all(db, {}).map(({ page, name }) => [page, name]));
