import type { GrantedRole } from '../../../../core/access/permissions.ts';
import type { TableFormat, TableName } from '../../../../core/exports/words.ts';
import type { LogEvent } from '../../../../core/log/entry.ts';
import type { RoleId } from '../../../../core/roles.ts';
import type {
  Interpreter,
  Method,
  Reason,
  RoundKind,
  Status,
  Urgency,
} from '../../../../core/session/words.ts';

/** What the sentence for an event is, by its key under `event`, and what is filled in. */
export interface Said {
  key: string;
  /** A person, or a participant of a session. */
  who?: string | undefined;
  other?: string | undefined;
  role?: RoleId;
  access?: GrantedRole;
  language?: string;
  round?: RoundKind;
  urgency?: Urgency;
  interpreter?: Interpreter;
  record?: { status: Status; method: Method | null; reason: Reason | null };
  numbers?: Record<string, number>;
  /** What left the device in a file, and of which days; those are null where it is of a session, or of everything. */
  left?: Left;
}

interface Left {
  form: 'bundle' | 'xlsx' | 'fhir' | 'report' | { table: TableName; format: TableFormat };
  days: { from: string; to: string } | null;
  ofSession: boolean;
}

const seconds = (ms: number): number => Math.round(ms / 1000);

/** Which sentence says what an event means, and with what in it. */
export const saidOf = (event: LogEvent): Said => {
  const { type } = event;
  switch (type) {
    case 'session-opened':
      return { key: `${type}.${event.data.kind}` };
    case 'session-changed':
      return { key: type, ...event.data };
    case 'participant-joined':
      return { key: type, who: event.ids.person, role: event.data.role };
    case 'participant-left':
      return ofLeaving(event);
    case 'participant-returned':
      return {
        key: event.data.corrects === null ? type : `${type}-mistake`,
        who: event.ids.participant,
      };
    case 'participant-recognised':
      return {
        key: event.data.met ? type : 'participant-not-recognised',
        who: event.ids.participant,
      };
    case 'round-opened':
      return { key: type, round: event.data.kind };
    case 'round-started':
      return { key: type, language: event.data.language };
    case 'introduction-recorded':
      return { key: type, who: event.ids.participant, record: event.data };
    case 'round-extended':
    case 'introduction-started':
    case 'introduction-withdrawn':
      return { key: type, who: event.ids.participant };
    case 'round-ended':
      return { key: `${type}.${event.data.outcome}` };
    case 'recall-answered':
      return { key: event.data.right ? 'recall-right' : 'recall-wrong' };
    default:
      return ofDevice(event);
  }
};

const leftIn = (event: Extract<LogEvent, { type: 'exported' | 'report-made' }>): Left => {
  const { from, to } = event.data;
  const days = from === null || to === null ? null : { from, to };
  if (event.type === 'report-made') return { form: 'report', days, ofSession: false };
  const { format, table } = event.data;
  const isTable = format === 'csv' || format === 'ndjson';
  // What older versions wrote, without a table, is of introductions.
  const form = isTable ? { table: table ?? ('introductions' as const), format } : format;
  return { form, days, ofSession: event.ids.session !== undefined };
};

const ofLeaving = ({ ids, data }: Extract<LogEvent, { type: 'participant-left' }>): Said => {
  const who = ids.participant;
  if (data.corrects !== undefined) return { key: 'participant-left-mistake', who };
  return data.to === undefined
    ? { key: 'participant-left', who }
    : { key: 'participant-left-to', who, other: data.to };
};

/** What has numbers in it; the others say whom they are about, if anybody. */
const ofDevice = (event: LogEvent): Said => {
  const who = 'person' in event.ids ? event.ids.person : undefined;
  const said: Said = { key: event.type, who };
  switch (event.type) {
    case 'clock-jumped':
      return { ...said, numbers: { seconds: seconds(event.data.ms) } };
    case 'recording-resumed':
      return { ...said, numbers: { seconds: event.data.seconds } };
    case 'access-granted':
      return { ...said, access: event.data.role };
    case 'suggestions-read':
    case 'person-sought':
      return { ...said, numbers: { n: event.data.count } };
    case 'people-imported':
      return { ...said, numbers: { added: event.data.added, changed: event.data.changed } };
    case 'schedule-imported':
      return { ...said, numbers: { n: event.data.sessions } };
    case 'exported':
    case 'report-made':
      return { ...said, left: leftIn(event), numbers: { n: event.data.rows } };
    case 'log-read':
      return event.ids.session === undefined
        ? { ...said, numbers: { from: event.data.from, to: event.data.to } }
        : { ...said, key: 'log-read-session' };
    case 'checkpoint-shared':
    case 'witnessed':
    case 'backed-up':
      return { ...said, numbers: { n: event.data.size } };
    case 'checked':
      return { ...said, key: `checked-${event.data.result}` };
    case 'purged':
      return { ...said, numbers: { n: event.data.through } };
    default:
      return said;
  }
};
