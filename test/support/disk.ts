import { onTestFinished } from 'vitest';
import { logger } from '../../electron/operations.ts';
import { openWriter, type Writer } from '../../electron/store/open.ts';

/** How the disk fails each transaction: with which code of SQLite, and whether it keeps what was written all the same. */
export interface Fault {
  code: string;
  keeps: boolean;
  /** Whether the transaction stays open, as it does where it cannot even be rolled back. */
  staysOpen?: boolean;
}

const failure = (code: string): Error => Object.assign(new Error(`the disk failed: ${code}`), { code });

/** For one test, the operational log says nothing of what is done to the kiosk on purpose. */
export const withoutLogger = (): void => {
  const { level } = logger;
  logger.level = 'silent';
  onTestFinished(() => {
    logger.level = level;
  });
};

/** A disk that fails while it has a fault; cannot be opened at all while `gone`. Nothing is said of it on standard error. */
export const faultyDisk = () => {
  withoutLogger();
  const disk: {
    fault: Fault | null | (() => Fault | null);
    gone: boolean;
    opened: number;
    open: (file: string) => Writer;
  } = {
    ...{ fault: null, gone: false, opened: 0 },
    open: (file) => {
      if (disk.gone) throw failure('SQLITE_CANTOPEN');
      disk.opened += 1;
      const db = openWriter(file);
      const { transaction } = db;
      const failing =
        (work: () => unknown, { code, keeps, staysOpen }: Fault) =>
        () => {
          if (staysOpen === true) {
            db.prepare('begin immediate').run();
            work();
          } else {
            const done = () => {
              work();
              if (!keeps) throw failure(code);
            };
            transaction.call(db, done).immediate();
          }
          throw failure(code);
        };
      return Object.assign(db, {
        transaction: (work: () => unknown) => {
          const fault = typeof disk.fault === 'function' ? disk.fault() : disk.fault;
          return fault === null || db.inTransaction
            ? transaction.call(db, work)
            : { immediate: failing(work, fault) };
        },
      });
    },
  };
  return disk;
};
