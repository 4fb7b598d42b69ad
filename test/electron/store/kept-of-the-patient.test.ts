import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeEntry } from '../../../core/log/entry.ts';
import { sessionEvents } from '../../../core/session/events.ts';
import { type Choices, noChoices } from '../../../core/view.ts';
import { changeChoices } from '../../../electron/services/choices.ts';
import type { Device } from '../../../electron/services/device.ts';
import { allEntries } from '../../../electron/store/log.ts';
import { bedside, demoDevice } from '../../support/device.ts';
import { steadyClock } from '../../support/steady-clock.ts';
import { wholeSurgery } from '../../support/surgery.ts';

/** What a field of the log is about; of the patient is what is in docs/decisions/what-the-log-keeps-of-the-patient.md. */
const about: Record<string, 'patient' | 'team'> = {
  'session-opened kind': 'team',
  'session-opened scheduled': 'team',
  'session-opened urgency': 'patient',
  'session-opened interpreter': 'patient',
  'session-changed urgency': 'patient',
  'session-changed interpreter': 'patient',
  'participant-joined role': 'team',
  'participant-joined learner': 'team',
  'participant-joined required': 'team',
  'participant-joined part': 'team',
  'participant-left to': 'team',
  'participant-left corrects': 'team',
  'participant-returned corrects': 'team',
  'participant-recognised met': 'patient',
  'round-opened kind': 'team',
  'round-opened participants': 'team',
  'round-started language': 'patient',
  'introduction-recorded status': 'patient',
  'introduction-recorded method': 'team',
  'introduction-recorded reason': 'patient',
  'introduction-recorded corrects': 'team',
  'introduction-withdrawn corrects': 'team',
  'round-ended outcome': 'patient',
  'round-ended beforeSedation': 'patient',
  'round-reopened corrects': 'team',
  'recall-answered right': 'patient',
};

const fields = Object.entries(sessionEvents).flatMap(([type, { data }]) => {
  const names = Object.keys(data.shape);
  return names.length === 0 ? [type] : names.map((name) => `${type} ${name}`);
});

const page = readFileSync(
  new URL('../../../docs/decisions/what-the-log-keeps-of-the-patient.md', import.meta.url),
  'utf8',
);

/** The fields that the page’s table names, from its first column. */
const inTheTable = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => {
    const [events = '', names = ''] = (line.split('|')[1] ?? '').split(':');
    const quoted = (text: string) => [...text.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name);
    return quoted(events).flatMap((event) =>
      names === '' ? [event] : quoted(names).map((name) => `${event} ${name}`),
    );
  });

test('of every field of the log it is decided whether it tells of the patient', () => {
  const silent = fields.filter((field) => !field.includes(' ') && about[field] === undefined);
  // Entries without a field tell only that it happened to the team, but for those that are in the table.
  expect(silent).toEqual(['round-extended', 'introduction-started', 'session-closed']);
  expect(fields.filter((field) => !silent.includes(field)).sort()).toEqual(Object.keys(about).sort());
});

test('the page for hospitals lists just those that do', () => {
  const ofPatient = Object.keys(about).filter((field) => about[field] === 'patient');
  expect(inTheTable.sort()).toEqual(ofPatient.sort());
});

const everything: Omit<Choices, 'questions' | 'answered'> = {
  ...{ language: 'ar', callMe: 'Zorblax', answers: 'parent', way: 'show', readAloud: true, largerText: true },
  ...{
    later: { wish: 'soon', at: '2031-07-09T04:05:06.000+00:00' },
    withMe: 'family',
    students: true,
    awake: true,
  },
};

/** What the log says of a surgery, but for ids and times. */
const told = (device: Device) =>
  allEntries
    .all(device.db, {})
    .map(({ bytes }) => decodeEntry(bytes))
    .filter((entry) => entry.type in sessionEvents)
    .map(({ type, data }) => `${type} ${JSON.stringify(data).replaceAll(/[0-9a-f-]{36}/gu, 'an id')}`);

test('what a patient chose reaches the log by no way of its own: with and without it the same taps are the same entries', () => {
  const [silent, wishful] = [demoDevice({ clock: steadyClock() }), demoDevice({ clock: steadyClock() })];
  wholeSurgery(silent);
  const { session } = bedside(wishful);
  wholeSurgery(wishful, () => {
    let open = null;
    try {
      open = session();
    } catch {
      return;
    }
    const asked = open.participants.slice(0, 2).map((one) => one.id);
    const all = { ...everything, questions: asked, answered: asked.slice(1) };
    expect(Object.keys(all).sort()).toEqual(Object.keys(noChoices).sort());
    expect(changeChoices(wishful, open.id, all)).toBe(true);
  });
  expect(told(silent).length).toBeGreaterThan(30);
  expect(told(wishful)).toEqual(told(silent));
});
