import { expect, test } from 'vitest';
import { Misuse } from '../../../electron/cli/command.ts';
import { simulateCommand } from '../../../electron/cli/simulate.ts';
import { wallTime } from '../../../electron/log/clock.ts';
import { databaseFile } from '../../../electron/services/device.ts';
import { readHead } from '../../../electron/store/log.ts';
import { openReader } from '../../../electron/store/open.ts';
import { query } from '../../../electron/store/sql.ts';
import { kiosk } from '../../support/command-line.ts';
import { temporaryFolder } from '../../support/device.ts';

const introductions = query<{ n: number }>('select count(*) as n from introduction');
const lastDay = query<{ day: string }>('select max(substr(opened_at, 1, 10)) as day from session');

test('a simulation says what it made, and nothing of it lies ahead', async () => {
  const data = temporaryFolder();
  const ran = await kiosk('simulate', '--data', data, '--sessions', '9', '--seed', '1', '--days', '2');
  const said = /^sessions: 9, introductions: (\d+), log entries: (\d+), seconds: \d+\.\d\d\n$/.exec(ran.out);
  expect(ran).toMatchObject({ code: 0, err: '' });
  const db = openReader(databaseFile(data));
  expect(Number(said?.[1])).toBe(introductions.get(db, {})?.n);
  expect(Number(said?.[2])).toBe(readHead(db)?.size);
  expect((lastDay.get(db, {})?.day ?? '') < wallTime(new Date()).slice(0, 10)).toBe(true);
  db.close();
});

test('what is not understood, or would not fit, is refused in a sentence', async () => {
  const data = ['--data', temporaryFolder()];
  const wrong: [string[], string][] = [
    [['--sessions', '0', '--seed', '1', '--days', '2'], '--sessions takes a whole number from 1 on'],
    [['--sessions', 'many', '--seed', '1', '--days', '2'], '“many”'],
    [['--sessions', '5', '--seed', '1'], '--days is needed'],
    [['--sessions', '5', '--seed', '1', '--days', '2', '--until', 'today'], '“today”'],
    [['--sessions', '5000', '--seed', '1', '--days', '1'], 'ask for more days'],
  ];
  for (const [words, sentence] of wrong) {
    const asked = simulateCommand.run([...data, ...words]);
    await expect(asked).rejects.toThrow(Misuse);
    await expect(asked).rejects.toThrow(sentence);
  }
});
