import * as z from 'zod';
import { withQuestion } from '../../core/questions.ts';
import { type Choices, type ChoicesChange, choices, noChoices } from '../../core/view.ts';
import { commit } from '../log/commit.ts';
import { putChoices, storedChoices } from '../store/choices.ts';
import type { Device } from './device.ts';
import { openSession } from './sessions.ts';

/** What the patient of the open session chose so far. */
export const readChoices = (device: Device): Choices => {
  const session = openSession(device);
  const stored = session === null ? null : storedChoices(device.db, session.id);
  return stored === null ? noChoices : kept.parse({ ...noChoices, ...object.parse(JSON.parse(stored)) });
};

/** As an older or a newer version may have kept them, when the program was changed while a session was open. */
const kept = z.object(choices.shape);
const object = z.record(z.string(), z.unknown());

/**
 * Keeps what the patient chose, apart from the log, until the session closes. False if that session is not open.
 * Throws NotRecorded where it is not kept.
 */
export const changeChoices = (device: Device, session: string, change: ChoicesChange): boolean => {
  if (openSession(device)?.id !== session) return false;
  const { question, ...others } = change;
  const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
  const wished: Choices = { ...readChoices(device), ...given };
  const value = JSON.stringify(
    question === undefined
      ? wished
      : { ...wished, ...withQuestion(wished, question.participant, question.is) },
  );
  commit(device, (db) => putChoices(db, { session, value }), {
    wasKept: (db) => storedChoices(db, session) === value,
  });
  device.live.changed();
  return true;
};
