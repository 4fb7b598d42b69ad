import type { Actor } from '../../core/log/entry.ts';
import { cleanName, type NamePolicy } from '../../core/names.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { commit } from '../log/commit.ts';
import { putUnitNames } from '../store/settings.ts';
import type { Device } from './device.ts';
import { placeNamed } from './places.ts';
import { changeSettings, here, readSettings, type Settings } from './settings.ts';

/**
 * Says where the device stands, and whichever other settings are given; `unitNames` is the unit’s own name policy, null for
 * the site’s. Refuses a place or unit without a name.
 */
export const setUp = (
  device: Device,
  actor: Actor,
  {
    place,
    unit,
    unitNames,
    ...others
  }: { place: string; unit: string; unitNames?: NamePolicy | null } & Partial<Omit<Settings, 'place'>>,
): Result<Settings['place'], 'no-name'> => {
  const [placeName, unitName] = [cleanName(place), cleanName(unit)];
  if ('problem' in placeName || 'problem' in unitName) return refuse('no-name');
  const found = commit(device, (db) => {
    const row = placeNamed(db, { name: placeName.name, unit: unitName.name }, device.newId);
    changeSettings(device, actor, { ...others, place: row.id });
    if (unitNames !== undefined) putUnitNames(db, { unit: row.unit_id, names: unitNames });
    return row;
  });
  return ok(found.id);
};

/** Whether the device stands there already, and its screens speak that: the same answer, sent again, changes nothing. */
export const isSetUpAs = (
  device: Device,
  { place, unit, language }: { place: string; unit: string; language: string },
): boolean => {
  const [placeName, unitName] = [cleanName(place), cleanName(unit)];
  if ('problem' in placeName || 'problem' in unitName) return false;
  const now = here(device);
  const isThere = now.name === placeName.name && now.unit_name === unitName.name;
  return isThere && readSettings(device).settings.language === language;
};
