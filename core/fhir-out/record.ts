import type { RoleId } from '../roles.ts';
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

/** A session with all that is told of it. Times are wall times with their offset (RFC 3339). */
export interface SessionTold {
  id: string;
  kind: SessionKind;
  urgency: Urgency;
  interpreter: Interpreter;
  place: string;
  unit: string;
  /** The log that it began in. */
  log: string;
  opened: string;
  /** Whether it is of a simulation or the demo team. */
  invented: boolean;
  participants: ParticipantTold[];
  rounds: RoundTold[];
}

export interface ParticipantTold {
  id: string;
  role: RoleId;
  learner: boolean;
  required: boolean;
  part: Part | null;
  metBefore: boolean;
  /** Whether they came in by mistake only, which was taken back. */
  mistake: boolean;
  joined: string;
  left: string | null;
}

export interface RoundTold {
  id: string;
  kind: RoundKind;
  language: string | null;
  opened: string;
  started: string | null;
  ended: { at: string; outcome: Outcome; beforeSedation: boolean | null } | null;
  recall: boolean | null;
  seconds: number | null;
  /** Whether its end was once taken back. */
  reopened: boolean;
  introductions: IntroductionTold[];
}

export interface IntroductionTold {
  participant: string;
  given: {
    status: Status;
    method: Method | null;
    reason: Reason | null;
    /** When they first got a status, and the number and time of the log entry that gave the present one. */
    recorded: string;
    entry: number;
    at: string;
  } | null;
  started: string | null;
  seconds: number | null;
  /** Whether they were here when the round ended, and had no status; null where that is not known. */
  leftOut: boolean | null;
  /** Whether a status was once replaced or taken back. */
  corrected: boolean;
}
