import { expect, test } from 'vitest';
import { type Mark, marksIn, marksOf } from '../../../core/timeline/marks.ts';
import { type Play, sessionOf } from '../support/play.ts';
import {
  end,
  lastRound,
  leave,
  noTime,
  notArrived,
  openRound,
  patientRound,
  say,
  surgery,
  who,
} from '../support/surgery.ts';

const found = (play: Play): Mark[] => marksIn(marksOf(sessionOf(play)));
const close = (play: Play): Play => {
  play.tap({ type: 'close-session' });
  return play;
};

test('a session in which everybody introduced themselves has nothing to look for', () => {
  const play = surgery();
  patientRound(play);
  for (const person of ['kofi', 'amara', 'linh', 'tom']) say(play, person);
  end(play, 'completed', true);
  expect(found(close(play))).toEqual([]);
});

test('who was absent, skipped, or left without a status, and a round after sedation, can be looked for', () => {
  const play = surgery();
  patientRound(play);
  say(play, 'kofi', notArrived);
  say(play, 'amara', noTime);
  say(play, 'linh');
  end(play, 'stopped', false);
  expect(found(play)).toEqual(['absent', 'skipped', 'without-status', 'after-sedation']);
});

test('only words of the coordinator make a session attested only; one own tap, and it is not', () => {
  const attested = { status: 'introduced', method: 'attested', reason: null } as const;
  const play = surgery();
  openRound(play, 'team');
  say(play, 'kofi', attested);
  say(play, 'amara', { ...attested, status: 'already-known' });
  expect(found(play)).toEqual(['already-known', 'attested-only']);
  say(play, 'linh');
  expect(found(play)).toEqual(['already-known']);
});

test('a session is not held once it is closed without any round that ended; while it is open nobody knows', () => {
  const play = surgery();
  expect(found(play)).toEqual([]);
  expect(found(close(play))).toEqual(['not-held']);
});

test('“not now” leaves nobody out, and “no” is no lapse of anybody', () => {
  const postponed = surgery();
  openRound(postponed, 'patient');
  end(postponed, 'postponed');
  expect(found(close(postponed))).toEqual(['postponed']);
  const declined = surgery();
  openRound(declined, 'patient');
  end(declined, 'declined');
  expect(found(declined)).toEqual(['declined']);
  const unable = surgery();
  openRound(unable, 'patient');
  end(unable, 'unable');
  expect(found(unable)).toEqual(['unable']);
});

test('whoever had left before the end was not left out', () => {
  const play = surgery();
  openRound(play, 'team');
  for (const person of ['kofi', 'amara', 'linh']) say(play, person);
  leave(play, 'tom');
  end(play, 'completed');
  expect(found(play)).toEqual([]);
});

test('a wrong answer to who is who can be looked for', () => {
  const play = surgery();
  patientRound(play);
  const [asked = '', touched = ''] = who(play, 'kofi', 'amara');
  play.tap({ type: 'answer-recall', round: lastRound(play).id, asked, touched });
  expect(found(play)).toEqual(['recall-wrong']);
});
