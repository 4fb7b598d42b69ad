import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../../../core/session/commands.ts';
import type { DeviceView } from '../../../core/view.ts';
import type { Reply, Tap } from '../../../renderer/device/answer.ts';
import { createCommands } from '../../../renderer/device/commands.ts';
import { viewOf } from './view.ts';

const met = (participant: string): Tap => ({
  type: 'record',
  session: 's',
  round: 'r',
  participant,
  verdict: { status: 'introduced', method: 'attested' },
});
const recorded = ({ id }: CommandInput): Reply => ({ outcome: 'recorded', event: id, view: viewOf('a', 1) });

/** Commands towards a device that answers as told, on a clock moved by hand. */
const kiosk = (answer: (command: CommandInput, attempt: number) => Reply | Promise<Reply>) => {
  const sent: CommandInput[] = [];
  const accepted: DeviceView[] = [];
  let clock = 0;
  let ids = 0;
  const commands = createCommands({
    post: async (command) => {
      sent.push(command);
      return answer(command, sent.length);
    },
    newId: () => `id-${++ids}`,
    now: () => clock,
    wait: async () => {},
    accept: (view) => accepted.push(view),
  });
  return {
    commands,
    sent,
    accepted,
    pass: (ms: number) => {
      clock += ms;
    },
  };
};
const lost = (): never => {
  throw new TypeError('Failed to fetch');
};

describe('a tap', () => {
  it('is sent again under the same id until the device answers', async () => {
    const { commands, sent } = kiosk((command, attempt) => (attempt < 3 ? lost() : recorded(command)));
    const answer = await commands.send(met('amara'));
    expect(answer.outcome).toBe('recorded');
    expect(sent.map(({ id }) => id)).toEqual(['id-1', 'id-1', 'id-1']);
  });

  it('counts once when somebody taps twice, even while the answer is under way', async () => {
    const held = Promise.withResolvers<Reply>();
    const { commands, sent, pass } = kiosk(() => held.promise);
    const first = commands.send(met('amara'));
    pass(5_000);
    expect(await commands.send(met('amara'))).toEqual({ outcome: 'ignored' });
    held.resolve({ outcome: 'recorded', event: 'id-1', view: viewOf('a', 1) });
    await first;
    expect(sent).toHaveLength(1);
  });

  it('on a card does not reach the next card when it was a double tap', async () => {
    const { commands, sent, pass } = kiosk(recorded);
    await commands.send(met('amara'), 'card');
    pass(200);
    expect(await commands.send(met('kofi'), 'card')).toEqual({ outcome: 'ignored' });
    pass(800);
    expect((await commands.send(met('kofi'), 'card')).outcome).toBe('recorded');
    expect(sent).toHaveLength(2);
  });

  it('for two people at the same moment counts for both', async () => {
    const { commands, sent } = kiosk(recorded);
    await Promise.all([commands.send(met('amara')), commands.send(met('kofi'))]);
    expect(sent).toHaveLength(2);
  });

  it('shows nothing as recorded when the device says it was not, and can be tried again under the same id', async () => {
    const { commands, sent, accepted } = kiosk((command, attempt) =>
      attempt === 1 ? { outcome: 'not-recorded' } : recorded(command),
    );
    await commands.send(met('amara'));
    const { trouble, step } = commands.get();
    expect(accepted).toEqual([]);
    expect(step).toBeNull();
    if (trouble?.kind !== 'not-recorded') throw new Error('It should say that nothing was recorded');
    await trouble.again();
    expect(sent.map(({ id }) => id)).toEqual(['id-1', 'id-1']);
    expect(commands.get()).toEqual({ trouble: null, step: { session: 's', event: 'id-1', at: 0 } });
  });

  it('that nobody answers is said to be unknown, not lost', async () => {
    const { commands } = kiosk(lost);
    expect(await commands.send(met('amara'))).toEqual({ outcome: 'no-answer' });
    expect(commands.get().trouble?.kind).toBe('no-answer');
  });

  it('that was not recorded is still said to be so when somebody else’s tap was', async () => {
    const { commands, sent } = kiosk((command, attempt) =>
      attempt === 1 ? { outcome: 'not-recorded' } : recorded(command),
    );
    await commands.send(met('amara'));
    await commands.send(met('kofi'));
    commands.keep({ session: 's', event: 'by-badge', at: 0 });
    const { trouble } = commands.get();
    if (trouble?.kind !== 'not-recorded') throw new Error('Amara is not recorded, and nobody says so');
    await trouble.again();
    expect(sent.map(({ id }) => id)).toEqual(['id-1', 'id-2', 'id-1']);
    expect(commands.get().trouble).toBeNull();
  });

  it('is tried again with every other that was not recorded, each under its own id', async () => {
    const { commands, sent } = kiosk((command, attempt) =>
      attempt <= 2 ? { outcome: 'not-recorded' } : recorded(command),
    );
    await Promise.all([commands.send(met('amara')), commands.send(met('kofi'))]);
    const { trouble } = commands.get();
    if (trouble === null || !('again' in trouble)) throw new Error('It cannot be tried again');
    await trouble.again();
    expect(sent.map(({ id }) => id)).toEqual(['id-1', 'id-2', 'id-1', 'id-2']);
    expect(commands.get().trouble).toBeNull();
  });

  it('that was not recorded is said again after other news, until whoever was told closes it', async () => {
    const { commands } = kiosk(() => ({ outcome: 'not-recorded' }));
    await commands.send(met('amara'));
    commands.tell({ kind: 'already-here', name: 'Kofi' });
    commands.close();
    expect(commands.get().trouble?.kind).toBe('not-recorded');
    commands.close();
    expect(commands.get().trouble).toBeNull();
  });

  it('that is refused says why, and brings the view that explains it', async () => {
    const { commands, accepted } = kiosk(() => ({
      outcome: 'refused',
      refusal: { code: 'already-recorded' },
      view: viewOf('a', 9),
    }));
    await commands.send(met('amara'));
    expect(commands.get().trouble).toEqual({ kind: 'refused', code: 'already-recorded' });
    expect(accepted).toEqual([viewOf('a', 9)]);
  });

  it('can be undone when it recorded something about a person, not when it only moved on', async () => {
    const { commands } = kiosk(recorded);
    await commands.send(met('amara'));
    await commands.send({ type: 'open-round', session: 's', kind: 'team' });
    expect(commands.get().step).toEqual({ session: 's', event: 'id-1', at: 0 });
  });
});
