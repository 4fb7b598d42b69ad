import type { CardChange, OwnCard, TextProblem } from '../../../core/own-card.ts';
import type { OwnPinProblem } from '../../../core/pin.ts';
import type { SoundProblem } from '../../../core/wav.ts';
import { device } from '../../device/client.ts';

/** An open card: the token that only this page has, and what stands on it. */
export interface Opened {
  token: string;
  card: OwnCard;
}

export type Way =
  | { way: 'badge'; code: string }
  | { way: 'pin'; name: string; pin: string }
  | { way: 'demo'; person: string };

/** What every call on an open card can come to. `failed`: nothing was kept, or nobody knows; it may be tried again. */
export type Kept<Problem extends string = never> =
  | {
      is: 'kept';
      card: OwnCard;
      /** Of a photo: whether it is too small to look sharp. */
      blurred: boolean;
    }
  | { is: 'refused'; problem: Problem }
  | { is: 'not-open' }
  | { is: 'failed' };

/** Photos take longer than taps: to send, and to be made smaller. */
const longPatience = (input: RequestInfo | URL, init?: RequestInit) =>
  fetch(input, { ...init, signal: AbortSignal.timeout(30_000) });

const withToken = (token: string) => ({ headers: { 'x-own-card': token } });

/** Asks twice where there was no answer: every change carries an id, and counts once. */
const twice = async <Answer>(ask: () => Promise<Answer>): Promise<Answer | null> =>
  ask().catch(() => ask().catch(() => null));

interface Said {
  status: number;
  json(): Promise<unknown>;
}

/** What an answer means. Both sides are built together: its problems are those that the route names. */
const kept = async <Problem extends string = never>(ask: () => Promise<Said>): Promise<Kept<Problem>> => {
  const answer = await twice(ask);
  if (answer?.status === 401) return { is: 'not-open' };
  if (answer === null || ![200, 409, 422].includes(answer.status)) return { is: 'failed' };
  const said = (await answer.json().catch(() => null)) as {
    card?: OwnCard;
    blurred?: boolean;
    problem?: Problem;
  } | null;
  if (said?.card !== undefined) return { is: 'kept', card: said.card, blurred: said.blurred === true };
  return said?.problem === undefined ? { is: 'failed' } : { is: 'refused', problem: said.problem };
};

/** Why a card was not opened; `wait` is for how long no PIN is looked at, in ms. */
export interface NotOpened {
  problem: 'unknown-badge' | 'not-opened' | 'no-answer';
  wait: number;
}

const noAnswer: NotOpened = { problem: 'no-answer', wait: 0 };

/** Opens somebody’s card; or why not. Not asked twice: a wrong PIN would count twice. */
export const openCard = async (json: Way): Promise<Opened | NotOpened> => {
  const answer = await device['own-card'].openings.$post({ json }).catch(() => null);
  if (answer === null || (answer.status !== 200 && answer.status !== 409)) return noAnswer;
  return answer.json().catch(() => noAnswer);
};

export const closeCard = async (token: string): Promise<void> => {
  await device['own-card'].closed.$post({ json: {} }, withToken(token)).catch(() => null);
};

/** Asks for the card as it stands, which also says that somebody is still at it. */
export const askCard = (token: string) => kept(() => device['own-card'].$get({}, withToken(token)));

export const changeCard = (token: string, id: string, change: CardChange) =>
  kept<TextProblem | 'wider'>(() =>
    device['own-card'].changes.$post({ json: { id, change } }, withToken(token)),
  );

export const undoChange = (token: string, id: string, of: string) =>
  kept<'nothing-to-undo'>(() => device['own-card'].undone.$post({ json: { id, of } }, withToken(token)));

export const setPin = (token: string, id: string, pin: string | null) =>
  kept<OwnPinProblem>(() => device['own-card'].pin.$post({ json: { id, pin } }, withToken(token)));

/** Two kinds of photo: without a mask, and with mask and cap. */
export type PhotoKind = 'face' | 'masked';

/** Why a picture cannot be somebody’s photo, as the device says it. */
export type PhotoProblem =
  | 'too-large'
  | 'not-a-photo'
  | 'too-many-pixels'
  | 'too-small'
  | 'damaged'
  | 'no-such-day';

interface NewPhoto {
  id: string;
  kind: PhotoKind;
  /** YYYY-MM-DD. */
  taken: string;
  picture: Blob;
}

export const sendPhoto = (token: string, { picture, ...query }: NewPhoto) =>
  kept<PhotoProblem>(() =>
    device['own-card'].photos.$post(
      { query },
      {
        headers: { 'x-own-card': token, 'content-type': picture.type },
        init: { body: picture },
        fetch: longPatience,
      },
    ),
  );

export const sendSound = (token: string, id: string, wav: Uint8Array<ArrayBuffer>) =>
  kept<SoundProblem>(() =>
    device['own-card'].sounds.$post(
      { query: { id } },
      { headers: { 'x-own-card': token, 'content-type': 'audio/wav' }, init: { body: wav } },
    ),
  );
