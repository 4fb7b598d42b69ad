import { expect, test } from 'vitest';
import type { Entry, LogEvent } from '../../../core/log/entry.ts';
import { type Chapter, type Found, type Step, timelineOf } from '../../../core/timeline/timeline.ts';
import { type Play, uuid } from '../support/play.ts';
import {
  end,
  join,
  leave,
  notArrived,
  openRound,
  patientRound,
  say,
  surgery,
  undo,
} from '../support/surgery.ts';

/** The play as entries of a log that has nothing else. */
const foundIn = (play: Play): Found[] =>
  play.events.map(({ eventId: event, stamp, ...happened }) => ({
    seq: stamp.seq,
    entry: asEntry({ ...stamp, event }, happened as LogEvent),
  }));

const asEntry = (
  where: { seq: number; at: string; boot: string; mono: number; event: string },
  happened: LogEvent,
) =>
  ({
    ...{ v: 1, log: uuid(1), part: 0, actor: { kind: 'bedside' }, salt: '', app: '0' },
    ...where,
    ...happened,
  }) as Entry;

const stepsIn = (chapters: Chapter[]): Step[] => chapters.flatMap(({ steps }) => steps);
const types = (chapters: Chapter[]): (string | undefined)[][] =>
  chapters.map(({ steps }) => steps.map(({ happened }) => happened?.type));

test('a slip, its undoing and what was right are three lines, each linked to the one that it takes back', () => {
  const play = surgery();
  patientRound(play);
  const slip = say(play, 'kofi');
  undo(play, slip);
  const right = say(play, 'kofi', notArrived);
  say(play, 'kofi', { status: 'absent', method: null, reason: 'called-away' }, right);
  const steps = stepsIn(timelineOf(foundIn(play))).filter(
    ({ happened }) =>
      happened?.type === 'introduction-recorded' || happened?.type === 'introduction-withdrawn',
  );
  const [first, second, third, fourth] = steps;
  expect(steps.map(({ happened }) => happened?.type)).toEqual([
    'introduction-recorded',
    'introduction-withdrawn',
    'introduction-recorded',
    'introduction-recorded',
  ]);
  expect([first?.takenBackBy, second?.takenBackBy]).toEqual([second?.seq, null]);
  expect([first?.takesBack, second?.takesBack]).toEqual([[], [first?.seq]]);
  expect([third?.takenBackBy, fourth?.takesBack]).toEqual([fourth?.seq, [third?.seq]]);
});

test('where one tap marked several, taking it back strikes out each, and only those', () => {
  const play = surgery();
  patientRound(play);
  say(play, 'kofi');
  const declined = end(play, 'declined');
  undo(play, declined);
  const steps = stepsIn(timelineOf(foundIn(play)));
  const struck = steps.filter(({ takenBackBy }) => takenBackBy !== null);
  expect(struck.map(({ happened }) => happened?.type)).toEqual([
    ...['introduction-recorded', 'introduction-recorded', 'introduction-recorded', 'round-ended'],
  ]);
  for (const one of steps.filter(({ takesBack }) => takesBack.length > 0)) {
    expect(one.takesBack).toHaveLength(1);
    expect(steps.find(({ seq }) => seq === one.takesBack[0])?.takenBackBy).toBe(one.seq);
  }
});

test('a timeline goes round by round: before, each round, between, a round that ran again, after the last, and since the close', () => {
  const play = surgery();
  openRound(play, 'patient');
  const ended = end(play, 'postponed');
  play.tap({ type: 'change-session', urgency: 'urgent', interpreter: 'none' });
  undo(play, ended);
  end(play, 'declined');
  openRound(play, 'team');
  end(play, 'stopped');
  play.tap({ type: 'close-session' });
  const chapters = timelineOf([
    ...foundIn(play),
    {
      seq: 900,
      entry: asEntry(
        { seq: 900, at: '2026-03-02T10:00:00.000Z', boot: uuid(2), mono: 0, event: uuid(3) },
        { type: 'hold-placed', ids: { hold: 'h', session: 's' }, data: { from: null, to: null } },
      ),
    },
  ]);
  expect(chapters.map(({ kind, round }) => [kind, round?.kind ?? null, round?.again ?? null])).toEqual([
    ['before', null, null],
    ['round', 'patient', false],
    ['between', null, null],
    ['round', 'patient', true],
    ['round', 'team', false],
    ['last', null, null],
    ['after', null, null],
  ]);
  expect(types(chapters).at(-2)).toEqual(['session-closed']);
  expect(types(chapters).at(-1)).toEqual(['hold-placed']);
});

test('coming in and leaving by mistake are struck out, and what was meant is not', () => {
  const play = surgery();
  openRound(play, 'team');
  const came = join(play, 'mei');
  undo(play, came);
  const left = leave(play, 'tom');
  undo(play, left);
  leave(play, 'tom');
  const struck = stepsIn(timelineOf(foundIn(play))).filter(({ takenBackBy }) => takenBackBy !== null);
  expect(struck.map(({ happened }) => happened?.type)).toEqual(['participant-joined', 'participant-left']);
});

test('an entry that somebody changed into none has its line, and says nothing', () => {
  const play = surgery();
  const found = foundIn(play);
  found[2] = { seq: 3, entry: null };
  const step = stepsIn(timelineOf(found))[2];
  expect(step).toEqual({ seq: 3, at: null, by: null, happened: null, takesBack: [], takenBackBy: null });
});

test('every event of the record is in the timeline once, in the order of the log, wherever clocks jumped', () => {
  const play = surgery();
  patientRound(play);
  play.wait(-3600);
  for (const person of ['kofi', 'amara', 'linh', 'tom']) say(play, person);
  end(play, 'completed', null);
  play.tap({ type: 'close-session' });
  expect(stepsIn(timelineOf(foundIn(play))).map(({ seq }) => seq)).toEqual(
    play.events.map(({ stamp }) => stamp.seq),
  );
});
