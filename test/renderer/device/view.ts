import { type DeviceView, noChoices } from '../../../core/view.ts';

/** A device's view with nothing in it but its place in the order. */
export const viewOf = (boot: string, version: number): DeviceView => ({
  boot,
  version,
  place: { id: 'or-3', name: 'OR 3' },
  unit: { id: 'theatre', name: 'Theatre' },
  language: 'en',
  theme: { mode: 'auto', nightFrom: '20:00', dayFrom: '06:30' },
  demo: false,
  hand: 'right',
  hints: true,
  languages: [],
  idleSeconds: 120,
  shifts: ['07:00', '19:00'],
  stay: false,
  record: { state: 'ok', recording: true, since: null, backup: null },
  session: null,
  choices: noChoices,
  people: {},
});
