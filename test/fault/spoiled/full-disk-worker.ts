import { cpSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDevice } from '../../../electron/services/open-device.ts';
import { pageOn } from '../inject/page.ts';
import { look } from '../look.ts';
import { placeIn, writtenDown } from '../place.ts';
import { say } from '../tap-once.ts';
import type { CaseFound } from './case.ts';

/**
 * A kiosk on a small disk: `node full-disk-worker.ts TEMPLATE DISK FREE`. It runs on a copy of the template with so many
 * kilobytes free until it cannot record, then gets room and goes on. Says what was found as JSON.
 */
const [template = '', disk = '', kilobytes = ''] = process.argv.slice(2);
cpSync(template, disk, { recursive: true });
const place = placeIn(disk);
const free = (): number => {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
};

const device = startDevice({
  ...{ folder: place.data, host: 'browser', demo: true },
  space: { reserve: 64 * 1024, warn: 128 * 1024 },
});
const lines: string[] = [];
const ids = (word: string): string[] =>
  lines.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));
const page = pageOn(device, (line) => lines.push(line));
const wrong: string[] = [];
// The kiosk's own timers do not keep a process alive; a server does.
const alive = setInterval(() => {}, 1000);
await page.meanwhile();
const ballast = join(disk, 'ballast');
writeFileSync(ballast, Buffer.alloc(Math.max(0, free() - Number(kilobytes) * 1024)));

/** A disk of this size is full long before so many taps. */
const most = 300;
if (await page.taps(most)) wrong.push('it recorded on and on');
const { state, recording } = device.health.status;
if (state !== 'full' || recording) wrong.push(`it says “${state}” on a full disk`);
if (!(await page.isShown())) wrong.push('it does not show the team');
const [last = ''] = ids('gave-up').slice(-1);

rmSync(ballast);
await page.meanwhile();
if (!(await page.taps(20))) wrong.push('it does not record again');
page.end();
clearInterval(alive);
device.close();

const acknowledged = [...writtenDown(place), ...ids('ack').map((id) => ({ id, seq: null }))];
const { lost, unreadable, inconsistent, events } = look(place.data, acknowledged);
if (inconsistent !== null) wrong.push(inconsistent);
if (events.has(last)) wrong.push('what it said it had not recorded is there');
const found: CaseFound = {
  ...{
    name: `a full disk, ${kilobytes} kB free at first`,
    acknowledged: acknowledged.length,
    lost: lost.length,
  },
  ...{ unreadable, wrong },
};
say(`found ${JSON.stringify(found)}`);
