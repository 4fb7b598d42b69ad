import * as z from 'zod';
import { cleanName, type GrammaticalGender } from './names.ts';
import { mostQuestions, questionStates } from './questions.ts';
import type { RoleId } from './roles.ts';
import { languageTag, uuid } from './session/ids.ts';
import type { Session } from './session/state.ts';
import {
  answerers,
  companions,
  type Part,
  returnWishes,
  type SessionKind,
  type Urgency,
  waysToMeet,
} from './session/words.ts';

/** What a window shows, as the device sends it. Names and photos are joined on here; the log has none. */

/** A person as patients and colleagues see them. Photo addresses are paths on the device; 4:5 WebP. */
export interface PersonCard {
  id: string;
  first: string;
  rest: string;
  sayIt: string | null;
  pronouns: string | null;
  gender: GrammaticalGender;
  credentials: string | null;
  /** The role they usually have. */
  role: RoleId;
  /** BCP 47, the best first. */
  languages: string[];
  /** One line about themselves, in their own words. */
  line: string | null;
  photo: string | null;
  maskedPhoto: string | null;
  /** How they say their name themselves: WAV, at most 5 s; null if they recorded nothing. */
  nameSound: string | null;
  visitor: boolean;
}

/** What the patient chose and asked. Kept only while the session is open, apart from the log, and then erased. */
export const choices = z.strictObject({
  language: languageTag.nullable(),
  callMe: z
    .string()
    .refine((text) => 'name' in cleanName(text))
    .nullable(),
  /** Who answers all this. */
  answers: z.enum(answerers),
  way: z.enum(waysToMeet).nullable(),
  /** After “not now”: when to ask again, as the patient put it, and the moment (RFC 3339) where there is one. */
  later: z
    .strictObject({ wish: z.enum(returnWishes), at: z.iso.datetime({ offset: true }).nullable() })
    .nullable(),
  readAloud: z.boolean(),
  largerText: z.boolean(),
  withMe: z.enum(companions).nullable(),
  students: z.boolean().nullable(),
  /** Participants for whom the patient has a question. */
  questions: z.array(uuid).max(mostQuestions),
  /** Those of them whose question was answered. */
  answered: z.array(uuid).max(mostQuestions),
  /** Whether the patient is awake in the time-out, and sees and hears it. */
  awake: z.boolean(),
});
export type Choices = z.infer<typeof choices>;

export const noChoices: Choices = {
  language: null,
  callMe: null,
  answers: 'self',
  way: null,
  later: null,
  readAloud: false,
  largerText: false,
  withMe: null,
  students: null,
  questions: [],
  answered: [],
  awake: false,
};

/** One change of what the patient chose; what it leaves out stays as it was. */
export const choicesChange = choices.partial().extend({
  /**
   * How it stands from now on with the question for one participant. The device works it into the lists as they are then:
   * two who tick off at once, in two windows, do not undo each other.
   */
  question: z.strictObject({ participant: uuid, is: z.enum(questionStates) }).optional(),
});
export type ChoicesChange = z.infer<typeof choicesChange>;

export interface Scheduled {
  id: string;
  /** Wall time at the place, HH:MM. */
  time: string;
  kind: SessionKind;
  urgency: Urgency;
  /** Person ids; `lead` is one of the team. */
  lead: string | null;
  team: { person: string; role: RoleId; part?: Part | null | undefined }[];
  /** Whether a session was opened from it already. */
  held: boolean;
}

export interface Theme {
  mode: 'auto' | 'day' | 'night';
  /** HH:MM; from then to `dayFrom` is night. */
  nightFrom: string;
  dayFrom: string;
}

/**
 * How the record is. `ok`; `low`: less room on the disk than somebody should see to; `bad`: a check found that it is not
 * what was written; `damaged`, `missing`: so the database was found, at the start (a new log began) or just now; `full`:
 * no room; `failing`: the disk cannot be read or written.
 */
export type RecordState = 'ok' | 'low' | 'bad' | 'damaged' | 'missing' | 'full' | 'failing';

export interface RecordStatus {
  state: RecordState;
  /** Whether what is tapped is recorded. Where it is not, the team is still shown, and each tap is tried or refused. */
  recording: boolean;
  /** Since when it is so, wall time (RFC 3339 with offset); null while all is well. */
  since: string | null;
  /** The newest backup that can be put back, and when it was made; null for none. */
  backup: { at: string } | null;
}

/** What a person may want to read off a kiosk about its record. */
export interface RecordSheet extends RecordStatus {
  /** UUID of the log. */
  log: string;
  /** How many entries it has. */
  size: number;
  /** SHA-256 of the public key that signs for it, in hex: what people compare. */
  fingerprint: string;
  /** The newest checkpoint, a signed note; wall time of its signature. */
  checkpoint: { size: number; at: string; note: string } | null;
  checked: {
    at: string;
    occasion: 'start' | 'daily' | 'asked' | 'backup';
    result: 'ok' | 'bad' | 'damaged';
  } | null;
  /** The version of the program. */
  app: string;
}

export interface DeviceView {
  /** The run of the program, and a number that grows with every change: of two views of one run the larger is newer. */
  boot: string;
  version: number;
  place: { id: string; name: string };
  unit: { id: string; name: string };
  language: string;
  theme: Theme;
  /** The hand that reaches for the screen: what is pressed stands on its side. */
  hand: 'left' | 'right';
  /** Whether staff screens say in a sentence what to do. */
  hints: boolean;
  /** When shifts end, HH:MM, in the order of the day. */
  shifts: string[];
  /** The languages that patients are offered; none for all that the screens speak. */
  languages: string[];
  /** For how long nobody may touch a screen of the team before it asks, in seconds. */
  idleSeconds: number;
  /** Whether the open session belongs to a stay whose earlier introductions are known to this device. */
  stay: boolean;
  /** Whether the people shown are the invented demo team. */
  demo: boolean;
  record: RecordStatus;
  session: Session | null;
  choices: Choices;
  /** Everybody who is in the open session, by person id. */
  people: Record<string, PersonCard>;
}

/** What the start screen needs, asked for when it opens. */
export interface StartView {
  schedule: Scheduled[];
  /** The team of the last session at this place, in order. */
  lastTeam: { person: string; role: RoleId }[];
  /** Recently in this place first, then others by name, at most 60; then whoever else the two above name. */
  people: PersonCard[];
}
