import type { Introduction, Participant, Round, Session } from '../../core/session/state.ts';
import { openRound } from '../../core/session/state.ts';
import { type DeviceView, noChoices } from '../../core/view.ts';
import type { Device } from './device.ts';
import { deviceView } from './view.ts';

/**
 * All that a second display may have: what everybody in the room may see, from the door too. What the patient chose,
 * asked, declined or is called, and why somebody is missing, never leaves the device for it. Every field is named here,
 * so that one that is new has to be thought about.
 */
export const wallView = (device: Device): DeviceView => {
  const view = deviceView(device);
  const { boot, version, place, unit, language, theme, demo, record, session, people } = view;
  return {
    ...{ boot, version, place, unit, language, theme, demo, record, people },
    ...{ hand: 'right', hints: false, shifts: [], languages: [], idleSeconds: 120, stay: false },
    session: session === null ? null : sessionOnWall(session),
    // That the patient listens is said by whoever runs the time-out, and hides what is for staff only.
    choices: { ...noChoices, awake: view.choices.awake },
  };
};

const sessionOnWall = (session: Session): Session => {
  const { id, kind, place, unit, opened, closed, participants } = session;
  const round = openRound(session);
  return {
    ...{ id, kind, place, unit, opened, closed },
    ...{ scheduled: null, urgency: 'elective', interpreter: 'none' },
    participants: participants.map(participantOnWall),
    // A round that is over says how it ended: that can be the patient’s “no”.
    rounds: round === null ? [] : [roundOnWall(round)],
  };
};

const participantOnWall = (participant: Participant): Participant => {
  const { id, person, role, learner, part, came, left, mistake } = participant;
  return {
    ...{ id, person, role, learner, part, came, left, mistake },
    ...{ required: false, metBefore: false, handedTo: null },
  };
};

/** In the time-out who was heard; in a patient’s round whose turn it is, and nothing of how it went. */
const roundOnWall = (round: Round): Round => {
  const { id, kind, introductions, cards, current, opened, started } = round;
  return {
    ...{ id, kind, cards, current, opened, started },
    introductions: kind === 'team' ? introductions.map(introductionOnWall) : [],
    ...{ language: null, recall: null, staying: [], ended: null },
  };
};

const introductionOnWall = ({ participant, status }: Introduction): Introduction => ({
  participant,
  status,
  ...{ method: null, reason: null, record: null, seq: null, started: null, recorded: null, seconds: null },
});
