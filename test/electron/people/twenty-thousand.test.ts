import { expect, test } from 'vitest';
import { searchText } from '../../../core/names.ts';
import { putPerson } from '../../../electron/store/people.ts';
import { atPeople } from './desk.ts';

const rows = 20_000;
const word = (number: number): string =>
  [...String(number)].map((digit) => 'bdfgklmnpr'[Number(digit)]).join('a');

test('of twenty thousand people a page is given, found by any beginning and in order, and what was compared is compared once', async () => {
  const { device, list, say } = await atPeople();
  const nothing = { preferred: null, say_it: null, pronouns: null, credentials: null, title: null };
  const without = { line: null, photo: null, masked_photo: null, photo_date: null };
  device.db
    .transaction(() => {
      for (let at = 0; at < rows; at += 1) {
        const [given, family] = [`Ana${word(at)}`, at % 1_000 === 0 ? 'Öz' : `Sol${word(at)}`];
        putPerson(device.db, {
          ...{ id: `p${at}`, given, family, role: 'bedside-nurse', languages: '[]', origin: 'demo' },
          ...nothing,
          ...without,
          ...{ search: searchText([given, family, null]), at: '2026-11-22T09:00:00+00:00' },
        });
      }
    })
    .immediate();
  const timed = async <Value>(what: string, work: () => Promise<Value>): Promise<Value> => {
    const start = performance.now();
    const value = await work();
    console.log(`${rows} people, ${what}: ${Math.round(performance.now() - start)} ms`);
    return value;
  };
  const first = await timed('first page, all names compared', () => list());
  expect([first.people.length, first.counts.everybody]).toEqual([50, rows + 14]);
  const again = await timed('first page again', () => list());
  expect(again).toEqual(first);
  const last = await timed('last page', () => list({ from: String(rows) }));
  expect(last.people).toHaveLength(14);
  const found = await timed('a search', () => list({ q: 'oz' }));
  expect(found.total).toBe(20);
  const badgeless = await timed('without a badge', () => list({ filter: 'no-badge', from: '5000' }));
  expect(badgeless.total).toBe(rows);
  // In German ö stands with o, in Swedish after z.
  const swedish = await timed('another language', () => list({ language: 'sv', from: String(rows) }));
  expect(swedish.people.map(({ card }) => card.rest)).toContain('Öz');
  await say('p7', { given: 'Zorblax' });
  expect((await timed('after a change', () => list({ q: 'zorblax' }))).total).toBe(1);
}, 120_000);
