import type { OpeningReason } from '../../../core/access/holders.ts';
import type { GrantedRole } from '../../../core/access/permissions.ts';
import type { PersonCard } from '../../../core/view.ts';
import { device } from '../client.ts';
import type { As } from './access.ts';

/** Somebody who has access, as others see them. */
export interface HolderCard {
  person: PersonCard;
  role: GrantedRole;
  /** Whether their PIN was wrong so often that somebody has to open it again. */
  disabled: boolean;
}

/** Argon2 takes its time on a small machine. */
const patient = {
  fetch: (input: RequestInfo | URL, init?: RequestInit) =>
    fetch(input, { ...init, signal: AbortSignal.timeout(20_000) }),
};

export const askHolders = (as: As) => device.access.people.$get({}, as);

/** Gives somebody a role; the PIN is what they typed just now, null for the one they have. */
export const grant = (as: As, json: { id: string; person: string; role: GrantedRole; pin: string | null }) =>
  device.access.granted.$post({ json }, { ...as, ...patient });

export const withdraw = (as: As, json: { id: string; person: string }) =>
  device.access.withdrawn.$post({ json }, as);

export const openAgain = (as: As, json: { id: string; person: string; because: OpeningReason }) =>
  device.access['opened-again'].$post({ json }, as);

/** Makes another recovery code in the place of the one there was. */
export const renewCode = (as: As, json: { id: string }) =>
  device.access['recovery-code'].$post({ json }, { ...as, ...patient });
