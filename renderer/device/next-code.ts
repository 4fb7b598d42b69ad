import { useEffect, useRef } from 'react';

/** Who waits for the next code that the reader reads, so that it is not taken for a badge. */
let waiting: ((code: string) => void) | null = null;

/** Gives a code to whoever waits for one; false if nobody does, and it is a badge. */
export const giveCode = (code: string): boolean => {
  waiting?.(code);
  return waiting !== null;
};

/** While `isOn`, whatever the reader reads is given to `take`, and is nobody’s badge. */
export const useNextCode = (isOn: boolean, take: (code: string) => void): void => {
  const newest = useRef(take);
  useEffect(() => {
    newest.current = take;
  });
  useEffect(() => {
    if (!isOn) return;
    const mine = (code: string) => newest.current(code);
    waiting = mine;
    return () => {
      if (waiting === mine) waiting = null;
    };
  }, [isOn]);
};
