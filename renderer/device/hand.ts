import { useLayoutEffect } from 'react';

type Side = 'left' | 'right';

/**
 * Where a layout puts what is pressed, so that it stands on the side of the `hand` that reaches for it: `right` is where
 * lines end and `left` where they begin, as in a script that runs to the right. In one that runs to the left all is
 * mirrored already; the hand is not, and finds the button where it was when the patient chooses such a language.
 */
export const sideFor = (hand: Side, direction: 'ltr' | 'rtl'): Side => {
  if (direction === 'ltr') return hand;
  return hand === 'left' ? 'right' : 'left';
};

/** What is pressed stands on the side of the hand that reaches for it: [data-hand] on the page. */
export const useHand = (hand: Side, direction: 'ltr' | 'rtl'): void => {
  useLayoutEffect(() => {
    document.documentElement.dataset.hand = sideFor(hand, direction);
  }, [hand, direction]);
};
