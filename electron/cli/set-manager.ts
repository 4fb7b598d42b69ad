import { type NotNamedByName, nameManager } from '../services/access/first-manager.ts';
import type { Device } from '../services/device.ts';
import { administrator } from './administrator.ts';
import { askPin } from './ask-pin.ts';
import { Misuse } from './command.ts';

/** Says who manages the kiosk, with a PIN that is asked for; shows the recovery code where there was none. */
export const setManager = async (device: Device, name: string): Promise<number> => {
  const pin = await askPin(`A PIN for ${name}, six digits or more`);
  const done = await nameManager(device, administrator(), { name, pin });
  if (!done.ok) throw new Misuse(inWords(name, done.problem));
  const { added, code } = done.value;
  console.log(`${name} manages this kiosk.${added ? ' They were on no list, and were added.' : ''}`);
  if (code === null) console.log('The recovery code that there is still holds.');
  else
    console.log(
      [
        '',
        `    ${code}`,
        '',
        'This is the recovery code. It opens this kiosk again when nobody can sign in. It is not shown again:',
        'write it down, seal it, and keep it where the hospital keeps such things, not at the kiosk.',
      ].join('\n'),
    );
  return 0;
};

const problems: Partial<Record<NotNamedByName['problem'], string>> = {
  'too-short': 'A PIN has at least six digits.',
  'too-long': 'A PIN has at most twelve digits.',
  'not-digits': 'A PIN has digits only.',
  'too-easy': 'This PIN is among those that are guessed first.',
  'no-name': '--manager needs a name of at most 120 letters.',
};

const inWords = (name: string, problem: NotNamedByName): string => {
  if (problem.problem !== 'several')
    return `${problems[problem.problem] ?? `${name} cannot manage this kiosk (${problem.problem}).`} No manager was named.`;
  const ids = problem.people.map(({ id, role }) => `  ${id} (${role})`);
  return [`Several people are called ${name}. Say the id of the one who is meant:`, ...ids].join('\n');
};
