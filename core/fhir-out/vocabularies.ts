import { grantedRoles } from '../access/permissions.ts';
import type { ActorKind } from '../log/entry.ts';
import { roleIds } from '../roles.ts';
import type {
  Interpreter,
  Method,
  Outcome,
  Part,
  Reason,
  RoundKind,
  SessionKind,
  Status,
  Urgency,
} from '../session/words.ts';

/** Codes and what they mean. */
type Meanings<Code extends string = string> = Readonly<Record<Code, string>>;

const plain = <Code extends string>(codes: readonly Code[]): Readonly<Record<string, string>> =>
  Object.fromEntries(codes.map((code) => [code, '']));

/**
 * The vocabularies of the record as code systems. Each says every word of its kind: one that the record learns and this
 * does not is an error of types. An empty meaning is one that the code itself says.
 */
export const vocabularies = {
  round: {
    patient: 'A pass of introductions of the team to the patient.',
    team: 'A pass of introductions among the team, at the time-out.',
    join: 'A pass of introductions for somebody who arrived later.',
  } satisfies Meanings<RoundKind>,
  outcome: {
    completed: 'Everybody who was to be introduced has a status.',
    stopped: 'It ended with people left out.',
    postponed: 'The patient said “not now”.',
    shown: 'The patient asked only to be shown the team.',
    declined: 'The patient wants no introductions. It counts against nobody.',
    unable: 'The patient cannot take part. It counts against nobody.',
  } satisfies Meanings<Outcome>,
  introduction: {
    introduction: 'One person in one round: whether they introduced themselves, or why not.',
  },
  status: {
    introduced: 'They introduced themselves.',
    'already-known': 'The team confirmed, person by person, that they know each other.',
    absent: 'They were not here.',
    skipped: 'They were here and were passed over, for a reason.',
    declined: 'The patient did not want this introduction. It counts against nobody.',
    unable: 'The patient could not take part in it. It counts against nobody.',
  } satisfies Meanings<Status>,
  method: {
    self: 'By their own tap.',
    badge: 'By their own badge.',
    attested: 'By the word of whoever coordinated the round, who is not recorded.',
  } satisfies Meanings<Method>,
  reason: {
    'not-arrived': 'Absent: not here yet.',
    'called-away': 'Absent: called away.',
    scrubbing: 'Absent: scrubbing.',
    'not-coming': 'Absent: not coming.',
    'no-time': 'Skipped: no time.',
    emergency: 'Skipped, or the patient unable: an emergency.',
    'interpreter-missing': 'Skipped: an interpreter is needed and not here.',
    interrupted: 'Skipped: interrupted.',
    sedated: 'The patient is sedated.',
    intubated: 'The patient is intubated.',
    asleep: 'The patient is asleep.',
    away: 'The patient is elsewhere.',
  } satisfies Meanings<Reason>,
  part: {
    arriving: 'At a shift change, comes.',
    leaving: 'At a shift change, goes.',
  } satisfies Meanings<Part>,
  'session-kind': { surgery: '', 'shift-change': '' } satisfies Meanings<SessionKind>,
  urgency: { elective: '', urgent: '', emergency: '' } satisfies Meanings<Urgency>,
  interpreter: {
    none: 'No interpreter is needed.',
    'in-person': 'An interpreter is in the room.',
    remote: 'An interpreter takes part from elsewhere.',
    waiting: 'An interpreter is needed and was not here yet.',
  } satisfies Meanings<Interpreter>,
  role: plain([...roleIds, 'learner']),
  aspect: {
    session: 'The id of the session, as the kiosk and its other exports have it.',
    'session-kind': 'What the team came together for.',
    urgency: 'As it last was.',
    interpreter: 'As it last was.',
    language: 'Of the screen in this round.',
    'before-sedation': 'Whether the round was over before sleep medicine was given.',
    recall: 'Whether the patient, asked who does what, touched the right face.',
    seconds: 'From the start of the round to its end; or of an introduction, from their turn to the record.',
    reason: 'Why somebody was absent, skipped, or the patient unable.',
    required: 'Whether they count in the completeness of the team.',
    'met-before': 'Whether the patient had met them earlier in the same stay.',
    part: 'What the shift change is for them.',
    'log-entry': 'The number of the log entry that gave the status that counts now.',
  },
  category: { 'care-team-introduction': 'That the people who care for a patient say who they are.' },
  actor: {
    bedside: 'Whoever stands at the kiosk, without signing in.',
    badge: 'The holder of a badge that was read; it identifies and does not prove.',
    'signed-in': 'Somebody who proved with their PIN who they are.',
    'command-line': 'An administrator of the operating system.',
    system: 'The kiosk itself.',
    simulator: 'A simulation: what it caused is invented.',
  } satisfies Meanings<ActorKind>,
  access: plain(grantedRoles),
  transaction: {
    all: 'Everything of an export.',
    terminology: 'The code systems of this program.',
    places: 'Units, places and the kiosk.',
    sessions: 'Rounds and introductions, and the roles of those in them.',
    audit: 'Audit events.',
  },
  event: {
    'session-opened': 'A team came together.',
    'session-closed': 'The occasion was over.',
    unlocked: 'Somebody signed in.',
    'unlock-failed': 'Somebody tried to sign in and could not.',
    locked: 'Whoever had signed in no longer is.',
    exported: 'Records left the kiosk in a file.',
    'report-made': 'Rates left the kiosk in a report.',
    'log-read': 'Entries of the log were read on the kiosk.',
    purged: 'At the end of retention entries were deleted; their hashes stay.',
    restored: 'The record was put back from a backup.',
  },
} as const;

/** What codes are called where they stand alone and the code itself says too little. */
export const calledOtherwise: Partial<Record<string, Meanings>> = {
  round: {
    patient: 'Introductions to the patient',
    team: 'Introductions among the team',
    join: 'Introduction of somebody who arrived later',
  },
  introduction: { introduction: 'Introduction of one person' },
};
