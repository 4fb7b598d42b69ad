import type { Actor } from '../../../core/log/entry.ts';
import { cleanName, searchForm } from '../../../core/names.ts';
import { type PinProblem, readPin } from '../../../core/pin.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { anySession, everybodyHere } from '../../store/access.ts';
import type { Device } from '../device.ts';
import { addVisitor } from '../people.ts';
import { readSettings } from '../settings.ts';
import { grantAccess, hasManager, type NotGranted } from './holders.ts';
import { codeShownFor, freshCode, hasRecoveryCode, showCode } from './recovery.ts';

/**
 * Whether whoever stands at the kiosk can say who manages it: at its first start, before anybody does and before a
 * session was held on it, but for a demo. Later only the command line can: a passer-by must not find the kiosk of a ward
 * without a manager, and become it.
 */
export const isFirstStart = (device: Device): boolean =>
  !hasManager(device) && (readSettings(device).settings.demo || anySession.get(device.db, {})?.found === 0);

type NotNamed = NotGranted | 'not-first-start';

/**
 * Makes somebody the first manager, with the PIN that they typed: there is none that was there before. Gives the
 * recovery code, to be shown once. Throws as `record` does.
 */
export const nameFirstManager = async (
  device: Device,
  { id, person, pin }: { id: string; person: string; pin: string },
): Promise<Result<{ code: string }, NotNamed>> => {
  const again = codeShownFor(device, id);
  if (again !== null) return ok({ code: again });
  if (!isFirstStart(device)) return refuse('not-first-start');
  const fresh = await freshCode(device);
  const by = { actor: { kind: 'bedside' } as const, stillMay: () => isFirstStart(device) };
  const done = await grantAccess(device, by, { id, person, role: 'manager', pin }, fresh);
  if (!done.ok) return refuse(done.problem === 'not-signed-in' ? 'not-first-start' : done.problem);
  return ok({ code: showCode(device, id, fresh.code) });
};

/** Somebody of a name on the list, to tell apart people who have the same. */
interface Named {
  id: string;
  role: string;
}

export interface ManagerNamed {
  person: string;
  /** Whether they were on no list, and were typed in. */
  added: boolean;
  /** The recovery code, where there was none. */
  code: string | null;
}

export type NotNamedByName =
  | { problem: 'several'; people: Named[] }
  | { problem: PinProblem | NotGranted | 'no-name' };

/**
 * Makes somebody a manager for an administrator: by the name on the list, by their id, or, where nobody is called so,
 * as somebody who is on no list. Throws as `record` does.
 */
export const nameManager = async (
  device: Device,
  actor: Actor,
  { name, pin }: { name: string; pin: string },
): Promise<Result<ManagerNamed, NotNamedByName>> => {
  const clean = cleanName(name);
  if ('problem' in clean) return refuse({ problem: 'no-name' });
  const read = readPin(pin);
  if ('problem' in read) return refuse(read);
  const people = called(device, clean.name);
  if (people.length > 1) return refuse({ problem: 'several', people });
  const [known] = people;
  const person = known?.id ?? newcomer(device, clean.name);
  const fresh = hasRecoveryCode(device) ? null : await freshCode(device);
  const id = device.newId();
  const by = { actor, stillMay: () => true };
  const done = await grantAccess(device, by, { id, person, role: 'manager', pin }, fresh ?? undefined);
  if (!done.ok) return refuse({ problem: done.problem });
  return ok({ person, added: known === undefined, code: fresh?.code ?? null });
};

const called = (device: Device, name: string): Named[] => {
  const wanted = searchForm(name);
  return everybodyHere
    .all(device.db, {})
    .filter(({ id, given, family }) => id === name || searchForm(`${given} ${family ?? ''}`) === wanted)
    .map(({ id, role }) => ({ id, role }));
};

const newcomer = (device: Device, name: string): string => {
  const added = addVisitor(device, { id: device.newId(), name, role: 'care-team-member' });
  if (!added.ok) throw new Error('A clean name was refused');
  return added.value.id;
};
