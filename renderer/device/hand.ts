import { useLayoutEffect } from 'react';

/** What is pressed stands on the side of the hand that reaches for it: [data-hand] on the page. */
export const useHand = (hand: 'left' | 'right'): void => {
  useLayoutEffect(() => {
    document.documentElement.dataset.hand = hand;
  }, [hand]);
};
