import { useEffect, useRef, useState } from 'react';
import type { CardChange, CardField, OwnCard } from '../../../core/own-card.ts';
import { steadyNow } from '../../device/clock.ts';
import { askCard, changeCard, type Kept, type Opened, undoChange } from './card-calls.ts';

/** The last thing that was saved, for the line that says so, and whether it can be taken back. */
interface SavedStep {
  id: string;
  at: number;
  field: CardField | 'undone';
  undoable: boolean;
}

/** How often at most the device hears that somebody is still at the card, in ms; it waits two minutes. */
const sayEvery = 20_000;

/**
 * Somebody’s open card in this window, and how it is changed. Nothing changes here before the device has it. `onClosed`
 * is told when the device does not take this card for open any more.
 */
export const useOwnCard = ({ token, card: first }: Opened, onClosed: () => void) => {
  const [card, setCard] = useState<OwnCard>(first);
  const [saved, setSaved] = useState<SavedStep | null>(null);
  const [again, setAgain] = useState<(() => Promise<unknown>) | null>(null);
  const last = useRef(steadyNow());
  /** What the device has, without waiting for the screen; null while something could not be kept. */
  const newest = useRef<OwnCard | null>(first);
  const onItsWay = useRef<Promise<unknown>>(Promise.resolve());

  /** Takes in what an answer says; `id` is that of the change, `retry` sends it once more. */
  const take = <Problem extends string>(
    done: Kept<Problem>,
    { id, field, undoable = true }: { id: string; field: SavedStep['field']; undoable?: boolean },
    retry: () => Promise<unknown>,
  ): Kept<Problem> => {
    last.current = steadyNow();
    if (done.is === 'not-open') onClosed();
    if (done.is === 'failed') newest.current = null;
    if (done.is === 'failed') setAgain(() => retry);
    else setAgain(null);
    if (done.is === 'refused' && field === 'undone') setSaved(null);
    if (done.is === 'kept') {
      newest.current = done.card;
      setCard(done.card);
      setSaved({ id, at: steadyNow(), field, undoable });
    }
    return done;
  };

  /** Sends something under an id of its own, the same id when it is sent again. */
  const keep = <Problem extends string>(
    field: CardField,
    send: (token: string, id: string) => Promise<Kept<Problem>>,
    { undoable = true } = {},
  ): Promise<Kept<Problem>> => {
    const id = crypto.randomUUID();
    const attempt = async (): Promise<Kept<Problem>> =>
      take(await send(token, id), { id, field, undoable }, attempt);
    const answered = attempt();
    // Not only this one: a photo sent before it may take longer.
    onItsWay.current = Promise.allSettled([onItsWay.current, answered]);
    return answered;
  };

  const change = (field: CardField, wanted: CardChange) =>
    keep(field, (token, id) => changeCard(token, id, wanted));

  const undo = (of: string): Promise<unknown> => {
    const id = crypto.randomUUID();
    const attempt = async (): Promise<unknown> =>
      take(await undoChange(token, id, of), { id, field: 'undone', undoable: false }, attempt);
    const answered = attempt();
    onItsWay.current = Promise.allSettled([onItsWay.current, answered]);
    return answered;
  };

  const closed = useRef(onClosed);
  useEffect(() => {
    closed.current = onClosed;
  });
  useEffect(() => {
    const stillHere = async () => {
      if (steadyNow() - last.current < sayEvery) return;
      last.current = steadyNow();
      if ((await askCard(token)).is === 'not-open') closed.current();
    };
    window.addEventListener('pointerdown', stillHere);
    window.addEventListener('keydown', stillHere);
    return () => {
      window.removeEventListener('pointerdown', stillHere);
      window.removeEventListener('keydown', stillHere);
    };
  }, [token]);

  /** The card once the device has answered all that was sent; null where that could not be kept. */
  const settled = async (): Promise<OwnCard | null> => {
    await onItsWay.current;
    return newest.current;
  };

  return { card, saved, again, keep, change, undo, settled };
};

export type OwnCardDesk = ReturnType<typeof useOwnCard>;
