import * as z from 'zod';
import { opaqueId as id } from '../session/ids.ts';

const count = z.int().min(0);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const settingName = z.string().regex(/^[a-z][A-Za-z]{0,31}$/);
const none = z.strictObject({});

/** What can happen to the device, apart from any session. */
export const deviceEvents = {
  'log-created': {
    meaning: 'A new log began on this device.',
    ids: none,
    data: none,
  },
  'kiosk-started': {
    meaning: 'The kiosk started.',
    ids: none,
    data: z.strictObject({ host: z.enum(['electron', 'browser']), demo: z.boolean() }),
  },
  'kiosk-stopped': {
    meaning: 'The kiosk was stopped in order.',
    ids: none,
    data: none,
  },
  'person-added': {
    meaning: 'An unlisted visitor was typed in.',
    ids: z.strictObject({ person: id }),
    data: none,
  },
  'people-imported': {
    meaning: 'People were read from a file; the digest is the SHA-256 of its bytes.',
    ids: none,
    data: z.strictObject({ added: count, changed: count, skipped: count, digest }),
  },
  'schedule-imported': {
    meaning: 'Scheduled sessions were read from a file; the digest is the SHA-256 of its bytes.',
    ids: none,
    data: z.strictObject({ sessions: count, digest }),
  },
  'settings-changed': {
    meaning: 'Settings were changed; which ones.',
    ids: none,
    data: z.strictObject({ settings: z.array(settingName).min(1) }),
  },
  exported: {
    meaning: 'Records left the device in a file; the digest is the SHA-256 of its bytes.',
    ids: none,
    data: z.strictObject({
      format: z.enum(['csv']),
      from: z.iso.date(),
      to: z.iso.date(),
      rows: count,
      digest,
    }),
  },
  'simulation-started': {
    meaning: 'Everything by the actor “simulator” from here on is invented.',
    ids: none,
    data: z.strictObject({ seed: z.int(), sessions: count, days: count }),
  },
} as const;

type Catalogue = typeof deviceEvents;

export type DeviceEvent = {
  [Type in keyof Catalogue]: {
    type: Type;
    ids: z.infer<Catalogue[Type]['ids']>;
    data: z.infer<Catalogue[Type]['data']>;
  };
}[keyof Catalogue];
