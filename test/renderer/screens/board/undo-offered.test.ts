import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from '../../../../core/session/decide.ts';
import { stepIn } from '../../../../renderer/screens/board/last-step.tsx';
import { anySequence, playing } from '../../../core/support/any-play.ts';
import { sessionOf, uuid } from '../../../core/support/play.ts';

const undoable = new Set(['record', 'join', 'leave', 'return', 'end-round', 'say-goodbye']);
const here = { place: 'or-3', unit: 'theatre', participantId: () => uuid(9_999) };

test('whatever was tapped since, here or in another window: what is offered back is taken back when it is asked for', () => {
  fc.assert(
    fc.property(anySequence, (actions) => {
      const taps: string[] = [];
      const play = playing(actions, ({ command, done }) => {
        if (done && undoable.has(command.type)) taps.push(command.id);
      });
      const session = play.standing();
      if (session === null || session.closed !== null) return;
      for (const of of taps) {
        if (stepIn(sessionOf(play), of) === null) continue;
        const decision = decide(session, { type: 'undo', id: uuid(9_998), session: session.id, of }, here);
        expect(decision.ok ? null : decision.problem).toBeNull();
      }
    }),
    { numRuns: 1_000 },
  );
});
