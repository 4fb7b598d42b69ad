import { deviceEvents } from '../../core/log/device-events.ts';
import type { Reader } from './open.ts';
import { change, query } from './sql.ts';

/** An entry of the log as a reader is given it. */
export interface ReadRow {
  seq: number;
  type: string;
  session_id: string | null;
  at: string;
  bytes: Uint8Array;
}

/** Numbers from one to another, both included. */
export type Stretch = {
  from: number;
  to: number;
};

/** Notes that a day begins with this entry, where the one before was of another: by it a day is found in the log. */
export const beginDay = change<{ seq: number; day: string }>(
  `insert into day_begun (seq, day)
   select :seq, :day where :day is not (select day from day_begun order by seq desc limit 1)`,
);

/** Where the days from one to another (YYYY-MM-DD, both included) are in the log, the newest first. */
export const stretchesOfDays = query<Stretch, { first: string; last: string }>(
  `select seq as "from", ifnull(
     (select min(seq) - 1 from day_begun as next where next.seq > day_begun.seq),
     (select size from head)
   ) as "to"
   from day_begun where day between :first and :last order by seq desc`,
);

const columns = 'seq, type, session_id, at, bytes';

/** The first entry that is still there, and the last number; `first` is null where nothing is there. */
export const ends = query<{ first: number | null; size: number }>(
  'select (select min(seq) from entry) as first, size from head',
);

export const entryAt = query<ReadRow & { event_id: string; part: number }, { seq: number }>(
  `select ${columns}, event_id, part from entry where seq = :seq`,
);

/** What is wanted of the log; null for whatever there is. */
type Wanted = {
  type: string | null;
  /** How the bytes of an entry begin that this actor caused: canonical JSON begins with who acted. */
  actor: Uint8Array | null;
};

const where = `(:type is null or type = :type)
  and (:actor is null or substr(bytes, 1, length(:actor)) = :actor)`;

/** The newest entries of a stretch that are wanted, at most so many. */
const inStretch = query<ReadRow, Stretch & Wanted & { most: number }>(
  `select ${columns} from entry where seq between :from and :to and ${where} order by seq desc limit :most`,
);

const besideSessions = query<ReadRow, Stretch & Wanted & { most: number }>(
  `select ${columns} from entry where session_id is null and seq between :from and :to and ${where}
   order by seq desc limit :most`,
);

/** What seldom happens in a session, each of which an index knows (entry_seldom, migration 011). */
export const seldom = [
  'session-changed',
  'participant-left',
  'participant-returned',
  'participant-recognised',
  'round-extended',
  'introduction-withdrawn',
  'round-reopened',
  'recall-answered',
] as const;

const seldomOnes = query<ReadRow, Stretch & Wanted & { most: number }>(
  `select ${columns} from entry
   where type in (${seldom.map((type) => `'${type}'`).join(', ')}) and type = :type
     and seq between :from and :to and ${where}
   order by seq desc limit :most`,
);

const ofDeviceType = query<ReadRow, Stretch & Wanted & { most: number }>(
  `select ${columns} from entry where session_id is null and type = :type
     and seq between :from and :to and ${where}
   order by seq desc limit :most`,
);

const ofSession = query<ReadRow, Stretch & Wanted & { session: string; most: number }>(
  `select ${columns} from entry where session_id = :session and seq between :from and :to and ${where}
   order by seq desc limit :most`,
);

/** The ways to look for entries, by what is known of them; the first can take long, and is asked for in small stretches. */
export const entriesIn = { stretch: inStretch, besideSessions, seldom: seldomOnes, ofDeviceType, ofSession };

/** What happened to the device from one number to another, of these types (a JSON array), in order. */
export const deviceEntriesBetween = query<{ seq: number; bytes: Uint8Array }, Stretch & { types: string }>(
  `select seq, bytes from entry
   where session_id is null and type in (select value from json_each(:types)) and seq between :from and :to
   order by seq`,
);

/** The first checkpoint that stands for an entry; undefined where it is not signed yet. */
export const firstSignedWith = query<{ size: number; at: string }, { seq: number }>(
  'select size, at from checkpoint where size >= :seq order by size limit 1',
);

/** How a checkpoint left the device last, of the largest that did by any road that somebody can have kept it. */
export const lastAnchor = query<{ size: number; way: string; at: string }>(
  `select size, way, at from anchor where way <> 'for-witness' order by size desc, id desc limit 1`,
);

/** The entries of a session, in order. */
export const sessionEntries = query<{ seq: number; bytes: Uint8Array }, { session: string }>(
  'select seq, bytes from entry where session_id = :session order by seq',
);

const about = query<{ seq: number; bytes: Uint8Array }, { session: string; types: string }>(
  `select seq, bytes from entry
   where session_id is null and type in (select value from json_each(:types))
     and instr(cast(bytes as text), '"session":"' || :session || '"') > 0
   order by seq`,
);

/** Events of the device that can be about a session. */
const aboutSessions = JSON.stringify(
  Object.entries(deviceEvents).flatMap(([type, { ids }]) => ('session' in ids.shape ? [type] : [])),
);

/** What was done with a session, such as an export of it: events of the device that name it, in order. */
export const sinceAbout = (db: Reader, session: string): { seq: number; bytes: Uint8Array }[] =>
  about.all(db, { session, types: aboutSessions });

/** Who takes part in a session as this participant. */
export const personOfParticipant = query<{ person: string }, { id: string }>(
  'select person_id as person from participant where id = :id',
);
