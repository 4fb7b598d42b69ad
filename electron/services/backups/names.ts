import { join } from 'node:path';

/** What the name of a backup says of it. */
export interface Named {
  name: string;
  /** When it was made, RFC 3339 in UTC, by the clock of then. */
  at: string;
  /** How many entries the log in it has. */
  size: number;
}

/** Where the backups of a record are unless somebody said otherwise. */
export const backupFolder = (data: string): string => join(data, 'backups');

/** `bedside-20261122T111640Z-1234.db`: when, and how far the log goes. */
export const nameOf = (at: Date, size: number): string =>
  `bedside-${at
    .toISOString()
    .replaceAll(/[-:]/gu, '')
    .replace(/\.\d+Z$/u, 'Z')}-${size}.db`;

const form = /^bedside-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(\d{1,15})\.db$/u;

/** What a name says, or null if it is not that of a backup. */
export const parseName = (name: string): Named | null => {
  const [, year, month, day, hour, minute, second, size] = form.exec(name) ?? [];
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  return size === undefined || Number.isNaN(Date.parse(at)) ? null : { name, at, size: Number(size) };
};

/**
 * The newest first. Those from after now come last: the clock was wrong when they were made, and they must not keep
 * what is made from now on from being the newest.
 */
export const newestFirst = <One extends Pick<Named, 'at' | 'size'>>(
  all: readonly One[],
  now: Date,
): One[] => {
  const rank = ({ at }: Pick<Named, 'at'>): number => (Date.parse(at) > now.getTime() ? 0 : Date.parse(at));
  return all.toSorted((one, other) => rank(other) - rank(one) || other.size - one.size);
};
