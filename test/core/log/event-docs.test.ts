import { expect, test } from 'vitest';
import * as z from 'zod';
import { deviceEvents } from '../../../core/log/device-events.ts';
import { eventsPage } from '../../../core/log/event-docs.ts';
import { fieldsOf } from '../../../core/log/field-docs.ts';
import { sessionEvents } from '../../../core/session/events.ts';

test('the page of what the record can say is what the catalogue says', async () => {
  await expect(eventsPage()).toMatchFileSnapshot('../../../docs/log-events.md');
});

test('the page has every event, its meaning and each of its fields', () => {
  const page = eventsPage();
  for (const [type, { meaning, ids, data }] of Object.entries({ ...sessionEvents, ...deviceEvents })) {
    const section = page.split(`\n### ${type}\n`)[1]?.split('\n#')[0];
    expect(section, type).toContain(`\n${meaning}\n`);
    for (const name of [...keysOf(ids, 'ids'), ...keysOf(data, 'data')])
      expect(section, type).toContain(`| \`${name}\` | `);
  }
});

const keysOf = (object: z.ZodObject, path: string): string[] =>
  Object.keys(object.shape).map((key) => `${path}.${key}`);

test('a form of text that nobody gave words to is not passed over', () => {
  const name = z.strictObject({ name: z.string() });
  expect(() => fieldsOf('data', name)).toThrow('no words for data.name');
});

/** What SAFETY.md line 11 promises to log, and by which events. */
const promised: [string, string[]][] = [
  ['start, stop and crash', ['kiosk-started', 'kiosk-stopped', 'kiosk-crashed']],
  ['clock jumps', ['clock-jumped']],
  ['unlocks and failed unlocks', ['unlocked', 'unlock-failed', 'confirmed', 'not-allowed', 'locked']],
  ['who has access', ['access-granted', 'access-withdrawn', 'pin-set', 'opened-again', 'recovery-used']],
  ['settings', ['settings-changed']],
  ['people', ['person-added', 'people-imported']],
  ['imports', ['people-imported', 'schedule-imported']],
  ['exports', ['exported', 'report-made', 'checkpoint-shared']],
  ['backups', ['backed-up', 'backup-failed']],
  ['restores', ['restored', 'log-created']],
  ['holds and purges', ['hold-placed', 'hold-released', 'purged']],
  ['verification results', ['checked', 'witnessed', 'countersigned']],
  ['reading the log', ['log-read']],
  ['that it could not record', ['recording-resumed']],
];

test.each(promised)('the catalogue has events for %s', (_, types) => {
  expect(Object.keys(deviceEvents)).toEqual(expect.arrayContaining(types));
});

test('an export says by whom, of what, how many rows and their digest', () => {
  expect(keysOf(deviceEvents.exported.data, 'data')).toEqual(
    expect.arrayContaining(['data.format', 'data.from', 'data.to', 'data.rows', 'data.digest']),
  );
});

test.each(Object.entries({ ...sessionEvents, ...deviceEvents }))(
  'what %s means is said in a sentence, and who may cause it',
  (_, { meaning, by }) => {
    expect(meaning).toMatch(/^[A-Z].*\.$/u);
    expect(by.length).toBeGreaterThan(0);
    expect(new Set(by).size).toBe(by.length);
  },
);
