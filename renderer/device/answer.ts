import type { CommandInput, Refusal } from '../../core/session/commands.ts';
import type { DeviceView } from '../../core/view.ts';

type WithoutId<Input> = Input extends unknown ? Omit<Input, 'id'> : never;

/** A command as a screen asks for it: its id is made for the tap. */
export type Tap = WithoutId<CommandInput>;

/** What the device said to a command. */
export type Reply =
  | { outcome: 'recorded'; event: string; view: DeviceView }
  | { outcome: 'refused'; refusal: Refusal; view: DeviceView }
  | { outcome: 'not-recorded' };

/** What became of a tap. `no-answer`: nobody knows yet; `ignored`: the second half of a double tap. */
export type Answer = Reply | { outcome: 'no-answer' } | { outcome: 'ignored' };
