import { expect, onTestFinished, test } from 'vitest';
import { decodeEntry, isSessionEvent } from '../../../core/log/entry.ts';
import { rebuildFromLog } from '../../../electron/log/project.ts';
import { openDevice } from '../../../electron/services/open-device.ts';
import { planPurge } from '../../../electron/services/retention/plan.ts';
import { purge } from '../../../electron/services/retention/purge.ts';
import { SimulatedClock } from '../../../electron/services/simulate/play.ts';
import { simulate } from '../../../electron/services/simulate/simulate.ts';
import { verifyFolder } from '../../../electron/services/verify/folder.ts';
import { allEntries } from '../../../electron/store/log.ts';
import { temporaryFolder } from '../../support/device.ts';
import { rowsOf } from '../../support/tables.ts';
import { administrator, safeguard } from './old-record.ts';

const days = Array.from({ length: 15 }, (_, index) => `2019-06-${String(16 + index).padStart(2, '0')}`);

test('whatever day a record is purged to, it verifies, its tables are those of the log, and no session is cut', async () => {
  const folder = temporaryFolder();
  simulate(folder, { sessions: 30, seed: 12, days: days.length, until: '2019-06-30' });
  const clock = new SimulatedClock(new Date('2026-11-22T08:00:00'));
  const device = openDevice({ folder, clock });
  onTestFinished(() => device.close());
  await safeguard(device);
  const ofSessions = ['session', 'participant', 'round', 'introduction'];
  let [purged, cuts] = [0, 0];
  for (const before of days.filter((_, index) => index % 5 === 2)) {
    const plan = planPurge(device, { before });
    expect(plan.obstacles).toEqual([]);
    await purge(device, plan, administrator, { first: 50, pause: async () => {} });
    const { answer } = verifyFolder(folder, { key: null, anchors: [], witnesses: [] });
    expect(answer).toMatchObject({ result: 'ok', purged: plan.range.through });
    const tables = rowsOf(device.db, ofSessions);
    rebuildFromLog(device.db);
    expect(rowsOf(device.db, ofSessions)).toEqual(tables);
    const left = allEntries.all(device.db, {}).map(({ bytes }) => decodeEntry(bytes));
    const opened = new Set(left.flatMap((one) => (one.type === 'session-opened' ? [one.ids.session] : [])));
    const cut = left.filter((one) => isSessionEvent(one) && !opened.has(one.ids.session));
    expect(cut).toEqual([]);
    const [first] = left.filter(isSessionEvent);
    expect(first && first.at >= before).toBe(true);
    purged += plan.entries;
    cuts += plan.entries > 0 ? 1 : 0;
  }
  expect(purged).toBeGreaterThan(500);
  expect(cuts).toBe(3);
});
