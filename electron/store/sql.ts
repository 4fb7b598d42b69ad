import type Database from 'better-sqlite3';
import type { Reader, Writer } from './open.ts';

type Values = Record<string, string | number | bigint | Uint8Array | null>;

/**
 * A question in SQL, prepared once per connection. `Row` is what the SQL selects: this is the one place where a
 * row becomes a type, so the two must be read together.
 */
export const query = <Row, Params extends Values = Record<string, never>>(sql: string) => {
  const on = onceEach((db: Reader) => db.prepare(sql));
  return {
    get: (db: Reader, values: Params): Row | undefined => on(db).get(values) as Row | undefined,
    all: (db: Reader, values: Params): Row[] => on(db).all(values) as Row[],
    iterate: (db: Reader, values: Params): IterableIterator<Row> =>
      on(db).iterate(values) as IterableIterator<Row>,
  };
};

/** A change in SQL, prepared once per connection; gives the number of rows it changed. */
export const change = <Params extends Values = Record<string, never>>(sql: string) => {
  const on = onceEach<Writer, Database.Statement>((db) => db.prepare(sql));
  return (db: Writer, values: Params): number => on(db).run(values).changes;
};

const onceEach = <Key extends object, Value>(make: (key: Key) => Value) => {
  const made = new WeakMap<Key, Value>();
  return (key: Key): Value => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
};
