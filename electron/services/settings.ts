import * as z from 'zod';
import type { Actor } from '../../core/log/entry.ts';
import { namePolicies } from '../../core/names.ts';
import { usualShifts } from '../../core/rates/shift.ts';
import { type SettingChange, settingText } from '../../core/settings/text.ts';
import { record } from '../log/record.ts';
import { type PlaceRow, placeById, putSetting, storedSettings } from '../store/settings.ts';
import type { Device } from './device.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const schemas = z.strictObject({
  /** The id of the place this device stands at. */
  place: z.string().min(1).max(64),
  language: z.string().regex(/^[a-z]{2,3}$/),
  names: z.enum(namePolicies),
  theme: z.strictObject({
    mode: z.enum(['auto', 'day', 'night']),
    nightFrom: clockTime,
    dayFrom: clockTime,
  }),
  hand: z.enum(['left', 'right']),
  /** Whether staff screens say in a sentence what to do. */
  hints: z.boolean(),
  /** When shifts end, HH:MM, in the order of the day. */
  shifts: z.array(clockTime).max(6),
  /** After how many years a photo no longer shows what somebody looks like, and is not shown. */
  photoYears: z.int().min(1).max(50),
  /** For how many days after the last session of a stay it is known whom the patient met in it. */
  stayDays: z.int().min(1).max(365),
  /** Whether the people are the invented demo team. */
  demo: z.boolean(),
  /** For how many years the record is kept before it may be purged. */
  retentionYears: z.int().min(1).max(100),
  /** The languages that patients are offered, as BCP 47; none for all that the screens speak. */
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).max(60),
  /** For how long nobody may touch a screen of the team before it asks whether somebody is still there, in seconds. */
  idleSeconds: z.int().min(60).max(600),
  /** A folder elsewhere, to which each day’s backup goes as well; null for none. */
  backupFolder: z.string().min(1).max(500).nullable(),
});
export type Settings = z.infer<typeof schemas>;
/** Made once: a schema is compiled when it first parses, and the settings are read with every tap. */
const someSettings = schemas.partial();

/** The schema of each setting. */
export const settings = schemas.shape;

/** What holds where a setting is missing or cannot be read: never the looser choice. */
export const safeSettings: Settings = {
  place: 'here',
  language: 'en',
  names: 'first-only',
  theme: { mode: 'auto', nightFrom: '20:00', dayFrom: '07:00' },
  hand: 'right',
  hints: true,
  shifts: [...usualShifts],
  photoYears: 5,
  stayDays: 30,
  demo: false,
  retentionYears: 6,
  languages: [],
  idleSeconds: 120,
  backupFolder: null,
};

/** The settings, and the names of those that could not be read, which have their safe value. */
export const readSettings = (device: Pick<Device, 'db'>): { settings: Settings; unreadable: string[] } => {
  const unreadable: string[] = [];
  const stored: Record<string, unknown> = {};
  for (const { name, value } of storedSettings.all(device.db, {})) {
    const found = parsed(value);
    if (someSettings.safeParse({ [name]: found }).success) stored[name] = found;
    else unreadable.push(name);
  }
  return { settings: schemas.parse({ ...safeSettings, ...stored }), unreadable };
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

interface Alongside {
  /** The id of the tap; a new one where nobody may ask twice. */
  id?: string;
  /** What else changes that is a setting to people and no row of the settings. */
  changes?: readonly SettingChange[];
  /** Done in the same transaction. */
  put?: Parameters<typeof record>[2];
}

/** Changes settings and says so in the log with what they were and are, in one transaction. */
export const changeSettings = (
  device: Device,
  actor: Actor,
  changed: Partial<Settings>,
  { id = device.newId(), changes: others = [], put }: Alongside = {},
): void => {
  const values = someSettings.parse(changed);
  const { settings: now, unreadable } = readSettings(device);
  const were: Readonly<Record<string, unknown>> = now;
  const changes = [
    ...Object.entries(values).map(([setting, value]) => ({
      setting,
      from: unreadable.includes(setting) ? 'unreadable' : settingText(were[setting]),
      to: settingText(value),
    })),
    ...others,
  ].sort((one, other) => (one.setting < other.setting ? -1 : 1));
  const settings = changes.map(({ setting }) => setting);
  const event = { type: 'settings-changed' as const, ids: {}, data: { settings, changes } };
  record(device, { id, actor, events: [event] }, (db) => {
    put?.(db);
    for (const [name, value] of Object.entries(values))
      putSetting(db, { name, value: JSON.stringify(value) });
  });
};

/** The place this device stands at; one without a name until it is set up. */
export const here = (device: Device): PlaceRow =>
  placeById.get(device.db, { id: readSettings(device).settings.place }) ?? {
    ...{ id: safeSettings.place, name: '', unit_id: safeSettings.place, unit_name: '', unit_names: null },
  };
