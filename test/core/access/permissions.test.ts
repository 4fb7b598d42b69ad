import { expect, test } from 'vitest';
import { allOf, may, permissions, roles } from '../../../core/access/permissions.ts';
import { isAskedAgain, overBecause } from '../../../core/access/sign-in.ts';

const changing = ['people', 'schedule', 'settings', 'backups', 'holds', 'purge', 'access-grant'] as const;

test('whoever runs a session introduces, leaves a suggestion, and may nothing else', () => {
  expect(allOf('coordinator')).toEqual(['introductions', 'suggest']);
});

test('introductions are everybody’s, in whatever role', () => {
  for (const role of roles) expect(may(role, 'introductions'), role).toBe(true);
});

test('one’s own card is one’s own: nobody who manages the kiosk writes on it', () => {
  expect(roles.filter((role) => may(role, 'own-card'))).toEqual(['self']);
});

test('an auditor reads and verifies, takes the record along, and changes nothing', () => {
  for (const what of ['reports-read', 'sessions-read', 'log-read', 'verify', 'bundle-export'] as const)
    expect(may('auditor', what), what).toBe(true);
  for (const what of changing) expect(may('auditor', what), what).toBe(false);
  expect(may('auditor', 'exports')).toBe(false);
});

test('who looks after the device neither purges the record nor reads reports and sessions', () => {
  for (const what of ['purge', 'holds', 'reports-read', 'sessions-read', 'exports', 'bundle-export'] as const)
    expect(may('admin', what), what).toBe(false);
});

test('a manager may all but write on somebody’s card', () => {
  const rest = Object.keys(permissions).filter((what) => !allOf('manager').some((one) => one === what));
  expect(rest).toEqual(['own-card']);
});

test('each line says why', () => {
  for (const [what, { why }] of Object.entries(permissions)) expect(why, what).toMatch(/^[A-Z].{20,}\.$/u);
});

test('the PIN is asked for again for exports, purge and people, and for who has access', () => {
  const times = { began: 0, used: 0, confirmed: null };
  for (const what of ['exports', 'bundle-export', 'purge', 'people', 'access-grant'] as const)
    expect(isAskedAgain(times, what, 1), what).toBe(true);
  for (const what of ['reports-read', 'sessions-read', 'settings', 'verify'] as const)
    expect(isAskedAgain(times, what, 1), what).toBe(false);
});

test('a PIN given again is good for what it was given for, and for two minutes', () => {
  const times = { began: 0, used: 0, confirmed: { what: 'exports' as const, at: 1_000 } };
  expect(isAskedAgain(times, 'exports', 120_999)).toBe(false);
  expect(isAskedAgain(times, 'exports', 121_000)).toBe(true);
  expect(isAskedAgain(times, 'purge', 1_000)).toBe(true);
});

test('a sign-in is over after two idle minutes, and after a quarter of an hour', () => {
  expect(overBecause({ began: 0, used: 60_000, confirmed: null }, 179_999)).toBeNull();
  expect(overBecause({ began: 0, used: 60_000, confirmed: null }, 180_000)).toBe('idle');
  expect(overBecause({ began: 0, used: 899_999, confirmed: null }, 899_999)).toBeNull();
  expect(overBecause({ began: 0, used: 899_999, confirmed: null }, 900_000)).toBe('time-up');
});
