import { useEffect, useRef, useState } from 'react';
import { createIdle, type IdleSources, type Patience } from './idle.ts';

const browserSources: IdleSources = {
  now: () => performance.now(),
  later: (ms, run) => {
    const timer = window.setTimeout(run, ms);
    return () => window.clearTimeout(timer);
  },
};

/** What counts as somebody being there. Of a badge, only the first key and the keys' ends are heard here. */
const signs = ['input', 'click', 'wheel', 'touchmove'] as const;
const keys = ['keydown', 'keyup'] as const;
const begins = ['pointerdown', 'touchstart'] as const;
const ends = ['pointerup', 'pointercancel', 'touchend', 'touchcancel'] as const;

/** Keys that lead to an answer and press it; every other one is the answer. */
const leading = new Set(['Tab', 'Shift', 'Enter', ' ']);

/** A finger that begins to scroll is cancelled as a pointer, and still lies there. */
const isOnlyScrolling = (event: Event): boolean =>
  event.type === 'pointercancel' && event instanceof PointerEvent && event.pointerType === 'touch';

/**
 * Whether it is time to ask if somebody is still there, and `stay`, which says so; `onOver` when nobody did. While
 * `watches` is false nothing is counted, and when it becomes true again it counts from the beginning.
 */
export const useIdle = ({ asksAfter, waits }: Patience, watches: boolean, onOver: () => void) => {
  const [isAsking, setIsAsking] = useState(false);
  const stay = useRef(() => {});
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  useEffect(() => {
    if (!watches) return;
    const idle = createIdle({ asksAfter, waits }, browserSources, (is) => {
      setIsAsking(is === 'asking');
      if (is === 'over') over.current();
    });
    stay.current = idle.answered;
    const onEnd = (event: Event) => {
      if (!isOnlyScrolling(event)) idle.released();
    };
    const onKey = ({ key }: KeyboardEvent) => (leading.has(key) ? idle.touched() : idle.answered());
    const listening = new AbortController();
    const ear = { capture: true, passive: true, signal: listening.signal };
    for (const sign of signs) window.addEventListener(sign, idle.touched, ear);
    for (const key of keys) window.addEventListener(key, onKey, ear);
    for (const begin of begins) window.addEventListener(begin, idle.pressed, ear);
    for (const end of ends) window.addEventListener(end, onEnd, ear);
    return () => {
      idle.stop();
      listening.abort();
      setIsAsking(false);
    };
  }, [asksAfter, waits, watches]);
  return { isAsking, stay: () => stay.current() };
};
