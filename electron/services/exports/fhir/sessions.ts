import type {
  IntroductionTold,
  ParticipantTold,
  RoundTold,
  SessionTold,
} from '../../../../core/fhir-out/record.ts';
import type { Wanted } from '../../../store/exports.ts';
import {
  type FhirDoing,
  type FhirIntroduction,
  type FhirParticipant,
  type FhirRound,
  type FhirSession,
  fhirDoings,
  fhirIntroductions,
  fhirParticipants,
  fhirRounds,
  fhirSessions,
} from '../../../store/fhir-exports.ts';
import type { Reader } from '../../../store/open.ts';

/** The sessions that opened on these days with all that is told of them, one by one. */
export function* sessionsTold(
  db: Reader,
  wanted: Wanted,
  logOf: (entry: number) => string,
): Generator<SessionTold> {
  for (const row of fhirSessions.iterate(db, wanted)) yield told(db, row, logOf(row.began));
}

const told = (db: Reader, row: FhirSession, log: string): SessionTold => {
  const { id, kind, urgency, interpreter, place, unit, opened } = row;
  const session = { session: id };
  const doings = new Doings(fhirDoings.all(db, session));
  const introductions = Map.groupBy(fhirIntroductions.all(db, session), ({ round }) => round);
  return {
    ...{ id, kind, urgency, interpreter, place, unit, log, opened, invented: row.invented === 1 },
    participants: fhirParticipants
      .all(db, session)
      .map((one) => participant(one, doings.joined(one.id) ?? opened)),
    rounds: fhirRounds.all(db, session).map((one) => round(one, introductions.get(one.id) ?? [], doings)),
  };
};

/** What was done in a session beside what its tables say. */
class Doings {
  readonly #joined = new Map<string, string>();
  readonly #corrected = new Set<string>();
  readonly #reopened = new Set<string>();

  constructor(doings: readonly FhirDoing[]) {
    for (const { type, at, round, participant } of doings)
      if (type === 'participant-joined') this.#joined.set(participant ?? '', at);
      else if (type === 'round-reopened') this.#reopened.add(round ?? '');
      else this.#corrected.add(`${round} ${participant}`);
  }

  joined(participant: string): string | undefined {
    return this.#joined.get(participant);
  }

  corrected(round: string, participant: string): boolean {
    return this.#corrected.has(`${round} ${participant}`);
  }

  reopened(round: string): boolean {
    return this.#reopened.has(round);
  }
}

const participant = (row: FhirParticipant, joined: string): ParticipantTold => ({
  id: row.id,
  role: row.role,
  learner: row.learner === 1,
  required: row.required === 1,
  part: row.part,
  metBefore: row.met_before === 1,
  mistake: row.mistake === 1,
  joined,
  left: row.left,
});

const round = (row: FhirRound, rows: readonly FhirIntroduction[], doings: Doings): RoundTold => {
  const { id, kind, language, opened, started, ended, outcome, seconds } = row;
  const leftOut = row.left_out === null ? null : new Set<string>(JSON.parse(row.left_out));
  return {
    ...{ id, kind, language, opened, started, seconds },
    ended:
      ended === null || outcome === null
        ? null
        : { at: ended, outcome, beforeSedation: truth(row.before_sedation) },
    recall: truth(row.recall),
    reopened: doings.reopened(id),
    introductions: rows.map((one) => ({
      ...introduction(one),
      leftOut: leftOut?.has(one.participant) ?? null,
      corrected: doings.corrected(id, one.participant),
    })),
  };
};

const truth = (bit: number | null): boolean | null => (bit === null ? null : bit === 1);

const introduction = (
  row: FhirIntroduction,
): Pick<IntroductionTold, 'participant' | 'given' | 'started' | 'seconds'> => {
  const { participant, status, method, reason, recorded, entry, at, started, seconds } = row;
  const given =
    status === null || recorded === null || entry === null || at === null
      ? null
      : { status, method, reason, recorded, entry, at };
  return { participant, given, started, seconds };
};
