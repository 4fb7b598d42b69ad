import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { recordTables } from '../../../core/exports/words.ts';
import type { Charts, FiguresView } from '../../../core/figures/view.ts';
import type { Device } from '../../../electron/services/device.ts';
import { exportTable } from '../../../electron/services/exports/export.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { changeSettings } from '../../../electron/services/settings.ts';
import { simulate } from '../../../electron/services/simulate/simulate.ts';
import { temporaryFolder } from '../../support/device.ts';
import { hasPython, noPython } from '../../support/verifiers.ts';
import { managerPin, windowAt } from '../access/desk.ts';
import { amara } from '../own-card/desk.ts';

/** What the dashboard is told, counted a second time from the exported tables by a program that shares no code with it. */
const program = fileURLToPath(new URL('../../independent/rates.py', import.meta.url));

const days = { from: '2025-06-16', to: '2026-06-10' };

/** The site has three shifts, not the two that it would have had. */
const shifts = ['07:00', '15:00', '23:00'];

const counted = (folder: string, words: readonly string[]): unknown => {
  const today = new Date().toISOString().slice(0, 10);
  const usual = ['--from', days.from, '--to', days.to, '--today', today, '--shifts', shifts.join()];
  const ran = spawnSync('python3', [program, folder, ...usual, ...words], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout);
};

/** As the second program has it: by the names that the tables have, charts without gaps. */
const inItsWords = ({ by, total, groups, charts }: FiguresView) => ({
  total,
  groups: Object.fromEntries(
    groups.map(({ key, name, unit, ...figures }) => [
      by === 'unit' ? name : by === 'place' ? `${unit} / ${name}` : key,
      figures,
    ]),
  ),
  charts: by === 'month' ? monthsOf(charts) : {},
});

const monthsOf = ({ over, shares }: Charts) =>
  Object.fromEntries(
    Object.entries(shares).map(([name, { centre, points }]) => [
      name,
      {
        centre,
        points: points.flatMap((point, index) => {
          if (point === null) return [];
          const { missing: _, ...rest } = point;
          return [{ month: over[index]?.from.slice(0, 7), ...rest }];
        }),
      },
    ]),
  );

const simulated = (): Device => {
  const folder = temporaryFolder();
  simulate(folder, { sessions: 500, seed: 77, days: 380, until: '2026-06-30' });
  const device = openDevice({ folder });
  onTestFinished(() => device.close());
  changeSettings(device, { kind: 'command-line' }, { shifts });
  return device;
};

test.skipIf(!hasPython)(
  `the dashboard is told what the exported tables tell, broken down and narrowed, to the last digit${noPython}`,
  async () => {
    const device = simulated();
    const tables = temporaryFolder();
    for (const table of recordTables)
      await exportTable(device, { table, ...days }, join(tables, `${table}.csv`), { kind: 'command-line' });
    const { get, post, signIn, token } = await windowAt(device);
    await post('first', { id: randomUUID(), person: amara, pin: managerPin });
    await signIn(managerPin);
    const ask = async (asked: Record<string, string>): Promise<FiguresView> => {
      const query = new URLSearchParams({ ...days, step: 'month', ...asked });
      const answer = await get(`/api/manage/figures?${query}`, { 'x-signed-in': token() });
      expect(answer.status).toBe(200);
      return JSON.parse(await answer.text());
    };
    const { choices } = await ask({});
    const place = choices.places.find(({ name }) => name === 'OR 2');
    const ward = choices.units.find(({ name }) => name === 'Ward 4 West');
    if (place === undefined || ward === undefined) throw new Error('The simulation has other places');
    const named: [Record<string, string>, string[]][] = [
      [{}, []],
      [{ by: 'month' }, []],
      [{ by: 'place', urgency: 'urgent' }, ['urgency=urgent']],
      [{ by: 'role', unit: ward.key }, [`unit=${ward.name}`]],
      [{ by: 'shift', place: place.key }, [`place=${place.unitName} / ${place.name}`]],
      [{ by: 'urgency', kind: 'surgery' }, ['kind=surgery']],
      [{ by: 'unit', role: 'surgeon' }, ['role=surgeon']],
      [{ by: 'month', shift: '07:00–15:00' }, ['shift=07:00–15:00']],
      [
        { by: 'month', role: 'bedside-nurse', kind: 'shift-change' },
        ['role=bedside-nurse', 'kind=shift-change'],
      ],
      [
        { by: 'place', leaving: 'yes', shift: '15:00–23:00', urgency: 'emergency' },
        ['shift=15:00–23:00', 'urgency=emergency'],
      ],
    ];
    for (const [asked, only] of named) {
      const words = only.flatMap((one) => ['--only', one]);
      if (asked.by !== undefined) words.push('--by', asked.by);
      if (asked.leaving === 'yes') words.push('--outside');
      expect(inItsWords(await ask(asked)), JSON.stringify(asked)).toEqual(counted(tables, words));
    }
  },
);
