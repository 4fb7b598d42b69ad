import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from '../../../core/log/canonical-json.ts';
import { deviceEvents } from '../../../core/log/device-events.ts';
import { decodeEntry, encodeEntry, isSessionEventType } from '../../../core/log/entry.ts';
import { anyOfSchema, catalogue, textsIn } from '../support/catalogue.ts';
import { uuid } from '../support/play.ts';

const bytesOf = (value: Json): Uint8Array => new TextEncoder().encode(canonicalJson(value));
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const whole = {
  v: 1,
  log: uuid(1),
  seq: 7,
  event: uuid(2),
  part: 0,
  at: '2026-03-02T08:30:00.123+01:00',
  boot: uuid(3),
  mono: 1234,
  actor: { kind: 'bedside' },
  type: 'introduction-withdrawn',
  ids: { session: uuid(4), round: uuid(5), participant: uuid(6) },
  data: { corrects: uuid(7) },
  salt: 'AAAAAAAAAAAAAAAAAAAAAA',
  app: '0.1.0',
} satisfies Json;

describe('An entry of the log', () => {
  it('is not written by somebody who may not cause it', () => {
    const envelope = decodeEntry(bytesOf(whole));
    const restarted = { ...envelope, type: 'kiosk-stopped' as const, ids: {}, data: {} };
    expect(() => encodeEntry(restarted)).toThrow('kiosk-stopped cannot be caused by bedside');
    expect(() => encodeEntry({ ...restarted, actor: { kind: 'system' } })).not.toThrow();
  });

  it.each([
    'exported',
    'purged',
    'hold-released',
    'log-read',
    'suggestions-read',
    'people-imported',
  ] as const)(
    'that says %s is by somebody who signed in or has a shell, never by whoever stands at the device',
    (type) => {
      const { by } = deviceEvents[type];
      expect(by).toEqual(['command-line', 'signed-in']);
    },
  );

  it.each(catalogue)('of $type is the same after writing and reading it', ({ type, by, ids, data }) => {
    const actor = by === 'signed-in' ? { kind: by, person: uuid(8), role: 'manager' } : { kind: by };
    fc.assert(
      fc.property(anyOfSchema(ids), anyOfSchema(data), (someIds, someData) => {
        const bytes = bytesOf({ ...whole, actor, type, ids: someIds, data: someData });
        const entry = decodeEntry(bytes);
        expect(entry).toEqual({ ...whole, actor, type, ids: someIds, data: someData });
        expect(textOf(encodeEntry(entry))).toBe(textOf(bytes));
      }),
      { numRuns: 50 },
    );
  });

  it('belongs to a session, or to the device', () => {
    expect(isSessionEventType('round-opened')).toBe(true);
    expect(isSessionEventType('kiosk-started')).toBe(false);
    expect(isSessionEventType('toString')).toBe(false);
  });

  it.each<[string, Json]>([
    ['a type that nobody knows', { ...whole, type: 'introduction-imagined' }],
    ['a type that every object has', { ...whole, type: 'constructor' }],
    ['a version to come', { ...whole, v: 2 }],
    ['one field more', { ...whole, note: 'x' }],
    ['one more in its data', { ...whole, data: { ...whole.data, note: 'x' } }],
    ['one more among its ids', { ...whole, ids: { ...whole.ids, person: uuid(8) } }],
    ['an id missing', { ...whole, ids: { session: uuid(4), round: uuid(5) } }],
    ['an id that is empty', { ...whole, ids: { ...whole.ids, participant: '' } }],
    ['an id that is a name', { ...whole, ids: { ...whole.ids, participant: 'Maria Lopez' } }],
    ['an id that is a number', { ...whole, ids: { ...whole.ids, participant: 7 } }],
    ['a place in the log that is none', { ...whole, seq: 0 }],
    ['a time without its offset', { ...whole, at: '2026-03-02T08:30:00.123' }],
    ['a salt that is too short', { ...whole, salt: 'AAAA' }],
    ['an actor with a name', { ...whole, actor: { kind: 'badge', person: 'Maria Lopez' } }],
    ['an actor nobody knows', { ...whole, actor: { kind: 'manager' } }],
    ['a program version that is a text', { ...whole, app: 'as of last week' }],
  ])('with %s is refused', (_, value) => {
    expect(() => decodeEntry(bytesOf(value))).toThrow();
  });

  it.each<[string, string]>([
    ['white space', canonicalJson(whole).replace('{', '{ ')],
    ['keys in another order', JSON.stringify(whole)],
    ['a key twice', canonicalJson(whole).replace('"seq":7', '"seq":7,"seq":7')],
    ['a number written otherwise', canonicalJson(whole).replace('"seq":7', '"seq":7.0')],
    ['a lone surrogate', canonicalJson(whole).replace(uuid(7), String.raw`\ud83d`)],
    ['a byte-order mark', `\ufeff${canonicalJson(whole)}`],
  ])('written with %s is refused: there is one way to write it', (_, text) => {
    expect(() => decodeEntry(new TextEncoder().encode(text))).toThrow();
  });

  it('in bytes that are no UTF-8 is refused', () => {
    const bytes = bytesOf(whole);
    bytes[20] = 0xff;
    expect(() => decodeEntry(bytes)).toThrow();
  });

  it('is not written if the catalogue does not have it', () => {
    const entry = decodeEntry(bytesOf(whole));
    expect(() => encodeEntry({ ...entry, app: 'Maria Lopez' })).toThrow();
  });
});

describe('No event says a name', () => {
  const texts = catalogue.flatMap(({ type, ids, data }) => [
    ...textsIn(ids, `${type} ids`),
    ...textsIn(data, `${type} data`),
  ]);

  it('every text in it is one of a list, or has a pattern', () => {
    expect(texts.length).toBeGreaterThan(40);
    for (const { path, schema } of texts)
      expect(schema.enum ?? schema.pattern ?? schema.format, path).toBeDefined();
  });

  it.each(['Maria Lopez', 'Ólafur', '李小龙', 'محمد', "O'Brien", 'Dr. Okafor', ''])(
    'no pattern admits “%s”',
    (name) => {
      for (const { path, schema } of texts)
        if (schema.pattern !== undefined) expect(new RegExp(schema.pattern).test(name), path).toBe(false);
    },
  );
});
