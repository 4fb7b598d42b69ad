import { useSyncExternalStore } from 'react';
import { Button } from './button.tsx';
import { Down } from './mark.tsx';
import style from './more-below.module.css';

/** Whether all of the page is in sight, more of it is below, or this is its end. */
type Reach = 'all' | 'more' | 'end';

/** What is less than this below the window, in CSS px, is nothing but the edge of the page. */
const edge = 24;
/** How much of the window a touch goes on by: what was read last stays in sight. */
const part = 0.6;

const reachOf = ({ scrollHeight, clientHeight }: Element): Reach => {
  const below = scrollHeight - clientHeight;
  if (below <= edge) return 'all';
  return below - window.scrollY > edge ? 'more' : 'end';
};

const onChange = (changed: () => void) => {
  const size = new ResizeObserver(changed);
  size.observe(document.body);
  window.addEventListener('scroll', changed, { passive: true });
  window.addEventListener('resize', changed);
  return () => {
    size.disconnect();
    window.removeEventListener('scroll', changed);
    window.removeEventListener('resize', changed);
  };
};

/**
 * In larger text a screen is longer than its window: this shows it, and a touch goes on without a swipe; at the end,
 * back to the beginning. Keys, switches and screen readers go from one thing to the next, and have no use for it.
 */
export const MoreBelow = () => {
  const reach = useSyncExternalStore(onChange, () => reachOf(document.documentElement));
  const goOn = () => {
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const top = reach === 'end' ? 0 : window.scrollY + part * window.innerHeight;
    window.scrollTo({ top, behavior: isStill ? 'instant' : 'smooth' });
  };
  return (
    <span className={style.more} data-reach={reach} aria-hidden="true">
      <Button className={style.button} excludeFromTabOrder onPress={goOn}>
        <Down />
      </Button>
    </span>
  );
};
