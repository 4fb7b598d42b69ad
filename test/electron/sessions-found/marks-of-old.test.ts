import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { marksIn, marksOf } from '../../../core/timeline/marks.ts';
import { sessionFromLog } from '../../../electron/log/project.ts';
import { migrationsFolder } from '../../../electron/paths.ts';
import { databaseFile } from '../../../electron/services/device.ts';
import { simulate } from '../../../electron/services/simulate/simulate.ts';
import { openWriter } from '../../../electron/store/open.ts';
import { query } from '../../../electron/store/sql.ts';
import { bedside, demoDevice, temporaryFolder } from '../../support/device.ts';
import { wholeSurgery } from '../../support/surgery.ts';

const stored = query<{ id: string; marks: number }>('select id, marks from session order by id');

const days = query<{ seq: number; day: string }>('select seq, day from day_begun order by seq');

/** The statements of the migration that fill in what older versions did not keep. */
const statements = readFileSync(new URL('011-sessions-found.sql', migrationsFolder), 'utf8').split(/;\n/u);
const filling = statements.filter((statement) => /^update session/mu.test(statement));
const begun = statements.filter((statement) => /^insert into day_begun/mu.test(statement));

test('what older sessions, and the days of an older log, are found by is filled in as if this version had written them', () => {
  const folder = temporaryFolder();
  simulate(folder, { sessions: 120, seed: 11, days: 20, until: '2026-06-30' });
  const db = openWriter(databaseFile(folder));
  try {
    const written = stored.all(db, {});
    expect(new Set(written.flatMap(({ marks }) => marksIn(marks))).size).toBeGreaterThan(8);
    db.prepare('update session set marks = 0').run();
    expect(filling).toHaveLength(4);
    for (const statement of filling) db.prepare(statement).run();
    expect(stored.all(db, {})).toEqual(written);
    const noted = days.all(db, {});
    expect(noted.length).toBeGreaterThan(10);
    db.prepare('delete from day_begun').run();
    expect(begun).toHaveLength(1);
    for (const statement of begun) db.prepare(statement).run();
    expect(days.all(db, {})).toEqual(noted);
  } finally {
    db.close();
  }
});

test('what a session is found by follows from its log; that something was taken back stays', () => {
  const device = demoDevice();
  wholeSurgery(device);
  const [row] = stored.all(device.db, {});
  const session = sessionFromLog(device.db, row?.id ?? '');
  if (session === null || row === undefined) throw new Error('The session is not there');
  expect(marksIn(row.marks)).toEqual([...marksIn(marksOf(session)), 'corrected']);
  const { open, tap } = bedside(device);
  const id = open();
  tap({ type: 'close-session' });
  const marks = stored.all(device.db, {}).find((one) => one.id === id)?.marks ?? 0;
  expect(marksIn(marks)).toEqual(['not-held']);
});
