import { useEffect, useRef } from 'react';
import type { PersonCard } from '../../core/view.ts';
import { listenForBadges } from './badge-reader.ts';
import { readBadge } from './calls.ts';
import { steadyNow } from './clock.ts';
import { useCommands, useLive } from './device.tsx';
import { giveCode } from './next-code.ts';

/**
 * Hands every badge that is read to the device: in a session it is its holder's own mark, or lets them in; before
 * one, and while a team is being chosen, `onIdentified` gets whose it is.
 */
export const useBadges = (onIdentified: (person: PersonCard) => void, isChoosing: boolean): void => {
  const { tell, keep } = useCommands();
  const { view, accept } = useLive();
  const session = isChoosing ? null : (view?.session?.id ?? null);
  const onCode = async (code: string) => {
    if (giveCode(code)) return;
    const read = await readBadge(code, session === null ? 'start' : 'session').catch(() => null);
    if (read === null) return tell({ kind: 'badge-not-read' });
    accept(read.view);
    const name = read.found?.first ?? '';
    switch (read.outcome) {
      case 'identified':
        if (read.found !== null) onIdentified(read.found);
        return;
      case 'recorded':
      case 'joined':
        if (session !== null && read.event !== null) keep({ session, event: read.event, at: steadyNow() });
        return;
      case 'already':
        return tell({ kind: 'already-here', name });
      case 'unknown':
        return tell({ kind: 'unknown-badge' });
      case 'refused':
        return tell({ kind: 'badge-not-read' });
    }
  };
  const newest = useRef(onCode);
  useEffect(() => {
    newest.current = onCode;
  });
  useEffect(() => listenForBadges((code) => void newest.current(code)), []);
};
