import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import type { Actor } from '../../core/log/entry.ts';
import { cleanName } from '../../core/names.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { settingText } from '../../core/settings/text.ts';
import type { SettingsChange, SettingsProblem, SettingsView } from '../../core/settings/view.ts';
import { commit, recordedFor } from '../log/commit.ts';
import { putUnitNames } from '../store/settings.ts';
import type { Device } from './device.ts';
import { policyOf } from './people.ts';
import { placeNamed } from './places.ts';
import { changeSettings, here, readSettings, type Settings } from './settings.ts';

/** What can be set, as it is. */
export const settingsView = (device: Device): SettingsView => {
  const { settings, unreadable } = readSettings(device);
  const { place: _, ...others } = settings;
  const { name, unit_name: unit, unit_names } = here(device);
  return { ...others, place: { name, unit }, unitNames: policyOf(unit_names), unreadable };
};

/**
 * Changes what is given and different from what is, all of it or nothing, and says in the log what it was and is. The same
 * tap counts once. Throws as `record` does.
 */
export const changeFromView = (
  device: Device,
  actor: Actor,
  { id, change }: { id: string; change: SettingsChange },
): Result<null, SettingsProblem> => {
  if (recordedFor(device, id) !== undefined) return ok(null);
  const { place, unitNames, ...values } = change;
  const before = settingsView(device);
  const problem = problemOf(device, before, values);
  if (problem !== null) return refuse(problem);
  const site = siteOf(place ?? before.place);
  if (place !== undefined && site === null) return refuse('no-name');
  const moves = site !== null && (site.name !== before.place.name || site.unit !== before.place.unit);
  const changed = differing(before, values);
  const setsNames = unitNames !== undefined && (moves || unitNames !== before.unitNames);
  if (!moves && !setsNames && Object.keys(changed).length === 0) return ok(null);
  commit(device, (db) => {
    const row = moves ? placeNamed(db, site, device.newId) : here(device);
    const from = settingText(moves ? policyOf(row.unit_names) : before.unitNames);
    changeSettings(
      device,
      actor,
      { ...changed, ...(moves ? { place: row.id } : {}) },
      {
        id,
        changes: setsNames ? [{ setting: 'unitNames', from, to: settingText(unitNames) }] : [],
        put: (within) => {
          if (setsNames) putUnitNames(within, { unit: row.unit_id, names: unitNames });
        },
      },
    );
  });
  device.live.changed();
  return ok(null);
};

type Values = Omit<SettingsChange, 'place' | 'unitNames'>;

const problemOf = (device: Device, before: SettingsView, values: Values): SettingsProblem | null => {
  const { languages = before.languages, language = before.language, backupFolder = null } = values;
  // Whoever stands here reads the language of the place: patients are offered it too.
  if (languages.length > 0 && !languages.includes(language)) return 'not-offered';
  return backupFolder === null || backupFolder === before.backupFolder
    ? null
    : folderProblem(device.folder, backupFolder);
};

/** What is other than it is now; what could not be read is set again, whatever it is set to. */
const differing = (before: SettingsView, values: Values): Partial<Settings> => {
  const were: Readonly<Record<string, unknown>> = { ...before };
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) =>
        value !== undefined &&
        (before.unreadable.includes(name) || JSON.stringify(value) !== JSON.stringify(were[name])),
    ),
  );
};

const siteOf = ({ name, unit }: SettingsView['place']): SettingsView['place'] | null => {
  const [place, of] = [cleanName(name), cleanName(unit)];
  return 'problem' in place || 'problem' in of ? null : { name: place.name, unit: of.name };
};

/** Why backups cannot go to a folder: it has to be there, apart from the record, and the kiosk’s user has to write to it. */
const folderProblem = (data: string, folder: string): SettingsProblem | null => {
  try {
    if (!isAbsolute(folder) || !statSync(folder).isDirectory()) return 'not-a-folder';
    const within = relative(realpathSync(data), realpathSync(folder));
    if (within === '' || (!within.startsWith('..') && !isAbsolute(within))) return 'within-the-record';
  } catch {
    return 'not-a-folder';
  }
  try {
    accessSync(folder, constants.W_OK);
    return null;
  } catch {
    return 'not-writable';
  }
};
