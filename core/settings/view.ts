import type { NamePolicy } from '../names.ts';
import type { Theme } from '../view.ts';

/** What can be set at a kiosk, as its manager sees it. */
export interface SettingsView {
  place: { name: string; unit: string };
  /** How much of a name the site shows; the unit’s own, null for as much as the site. */
  names: NamePolicy;
  unitNames: NamePolicy | null;
  language: string;
  /** The languages that patients are offered; none for all. */
  languages: string[];
  theme: Theme;
  hand: 'left' | 'right';
  hints: boolean;
  /** When shifts end, HH:MM. */
  shifts: string[];
  idleSeconds: number;
  photoYears: number;
  stayDays: number;
  retentionYears: number;
  backupFolder: string | null;
  /** Settings that could not be read: the safe value holds for them until they are set again. */
  unreadable: string[];
  /** Whether the people are the invented demo team. */
  demo: boolean;
}

/** What a manager may change; what is left out stays. */
export type SettingsChange = {
  [Name in Exclude<keyof SettingsView, 'unreadable' | 'demo'>]?: SettingsView[Name] | undefined;
};

/** Why settings were not changed: a name that is none, a time that is none, or a folder that cannot be written to. */
export type SettingsProblem =
  | 'no-name'
  | 'not-a-folder'
  | 'within-the-record'
  | 'not-writable'
  | 'not-offered';
