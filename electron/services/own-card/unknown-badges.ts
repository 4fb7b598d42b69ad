import { record } from '../../log/record.ts';
import { logger } from '../../operations.ts';
import type { Device } from '../device.ts';

/** Badges that nobody has make one entry in this time at most, in ms: a reader that is stuck must not fill the log. */
export const entriesApart = 60_000;

/** How it stands: when the last entry was made, by the clock that never jumps, and how many were held since, untold. */
export interface Tried {
  told: number | null;
  held: number;
}

/**
 * What becomes of one more try. Each is counted, in this entry or a later one, and the first is told at once:
 *
 * | told before | held | now                | becomes                        |
 * |-------------|------|--------------------|--------------------------------|
 * | never       | 0    | 0:00               | an entry of 1                  |
 * | 0:00        | 0    | 0:02               | held: 1                        |
 * | 0:00        | 1    | 0:59               | held: 2                        |
 * | 0:00        | 2    | 1:00, with a try   | an entry of 3                  |
 * | 0:00        | 2    | 1:00, with no try  | an entry of 2 (see tellHeld)   |
 */
export const decideTry = ({ told, held }: Tried, now: number): { tell: number } | { hold: number } =>
  told === null || now - told >= entriesApart ? { tell: held + 1 } : { hold: held + 1 };

const tried = new WeakMap<Device, Tried & { timer: NodeJS.Timeout | null }>();

/** A badge that nobody has was held to the reader for a card. Throws as `record` does; the try is counted then too. */
export const countUnknownBadge = (device: Device): void => {
  const state = stateOf(device);
  const decision = decideTry(state, device.clock.mono());
  if ('tell' in decision) {
    state.held = decision.tell;
    tellHeld(device);
    return;
  }
  state.held = decision.hold;
  state.timer ??= setTimeout(() => {
    state.timer = null;
    try {
      tellHeld(device);
    } catch (problem) {
      // They stay counted: the next try, or the end, tells of them.
      logger.error({ problem }, 'unknown badges could not be told of');
    }
  }, entriesApart).unref();
};

/** Makes the entry of what was held: after a minute, with the next try, or when the device closes. */
const tellHeld = (device: Device): void => {
  const state = stateOf(device);
  const { held } = state;
  if (held === 0) return;
  const data = { failures: 0, why: 'unknown-badge', ...(held > 1 ? { times: held } : {}) };
  const event = { type: 'card-not-opened' as const, ids: {}, data };
  record(device, { id: device.newId(), actor: { kind: 'bedside' }, events: [event] });
  state.held = 0;
  state.told = device.clock.mono();
};

const stateOf = (device: Device) => {
  const known = tried.get(device);
  if (known !== undefined) return known;
  const state: Tried & { timer: NodeJS.Timeout | null } = { told: null, held: 0, timer: null };
  tried.set(device, state);
  device.beforeClose(() => {
    clearTimeout(state.timer ?? undefined);
    tellHeld(device);
  });
  return state;
};
