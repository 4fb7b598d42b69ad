import { expect, test } from 'vitest';
import { deviceEvents } from '../../core/log/device-events.ts';
import type { LogEvent } from '../../core/log/entry.ts';
import { sessionEvents } from '../../core/session/events.ts';
import { safeSettings } from '../../electron/services/settings.ts';
import { saidOf } from '../../renderer/screens/manage/log/said.ts';
import { offeredTypes } from '../../renderer/screens/manage/log/types.ts';
import log from '../../resources/locales/en/log.json' with { type: 'json' };
import settings from '../../resources/locales/en/settings.json' with { type: 'json' };

const types = [...Object.keys(sessionEvents), ...Object.keys(deviceEvents)];
const sentences: Record<string, unknown> = log.event;

/** Types whose sentence depends on what they say, with the beginning of its key. */
const beginnings: Record<string, string> = { 'recall-answered': 'recall', checked: 'checked-' };

test('every kind of entry has a sentence that says what it means', () => {
  const without = types.filter(
    (type) => !Object.keys(sentences).some((key) => key === type || key.startsWith(beginnings[type] ?? ' ')),
  );
  expect(without).toEqual([]);
});

test('what an event says decides which sentence it has', () => {
  const keyOf = (type: string, data: object, ids: object = {}) => saidOf({ type, ids, data } as LogEvent).key;
  expect(keyOf('recall-answered', { right: false })).toBe('recall-wrong');
  expect(keyOf('checked', { result: 'bad' })).toBe('checked-bad');
  expect(keyOf('participant-left', { to: 'somebody' })).toBe('participant-left-to');
  expect(keyOf('participant-left', { corrects: 'tap' })).toBe('participant-left-mistake');
  expect(keyOf('participant-returned', { corrects: null })).toBe('participant-returned');
  expect(keyOf('round-ended', { outcome: 'postponed' })).toBe('round-ended.postponed');
  expect(keyOf('log-read', { from: 1, to: 2 }, { session: 's' })).toBe('log-read-session');
});

test('what left is told by its form and days, also of entries that older versions wrote without a table', () => {
  const leftOf = (data: object, ids: object = {}, type = 'exported') =>
    saidOf({ type, ids, data: { rows: 1, digest: '', from: null, to: null, ...data } } as LogEvent).left;
  const days = { from: '2026-10-01', to: '2026-10-31' };
  expect(leftOf({ format: 'csv', ...days })).toEqual({
    ...{ form: { table: 'introductions', format: 'csv' }, days, ofSession: false },
  });
  expect(leftOf({ format: 'ndjson', table: 'summary', ...days })?.form).toEqual({
    ...{ table: 'summary', format: 'ndjson' },
  });
  expect(leftOf({ format: 'bundle' }, { session: 's' })).toEqual({
    form: 'bundle',
    days: null,
    ofSession: true,
  });
  expect(leftOf({ format: 'page', ...days }, {}, 'report-made')).toMatchObject({ form: 'report', days });
});

test('every setting is called something in the log', () => {
  expect(Object.keys(safeSettings).filter((name) => !(name in settings.names))).toEqual([]);
});

test('only kinds of entries that there are can be looked for', () => {
  expect(offeredTypes.filter((type) => !types.includes(type))).toEqual([]);
});
