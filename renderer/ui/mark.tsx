import { classes } from './classes.ts';
import style from './mark.module.css';

/** A tick, drawn, so that it looks the same in every font and script. */
export const Tick = () => (
  <svg className={style.mark} viewBox="0 0 24 24" aria-hidden="true">
    <path d="M5 12.5l4.6 4.6L19 7.4" />
  </svg>
);

/** Two people, drawn like the tick: they know each other already. */
export const Acquainted = () => (
  <svg className={classes(style.mark, style.acquainted)} viewBox="0 0 24 24" aria-hidden="true">
    <path d="M12 7.6a3.7 3.7 0 1 1-7.4 0a3.7 3.7 0 1 1 7.4 0M1.8 20.4c.2-4.2 2.8-6.2 6.5-6.2s6.3 2 6.5 6.2M15.4 4.2a3.7 3.7 0 0 1 0 6.8M18.4 14.7c2.4.8 3.7 2.7 3.8 5.7" />
  </svg>
);

/** A question mark, drawn like the tick. */
export const Question = () => (
  <svg className={classes(style.mark, style.question)} viewBox="0 0 24 24" aria-hidden="true">
    <path d="M7 8.2a5 5 0 1 1 7.4 4.4c-1.6.9-2.4 1.7-2.4 3.2M12 20.4v.1" />
  </svg>
);

/** An arrow to what is further down. */
export const Down = () => (
  <svg className={style.mark} viewBox="0 0 24 24" aria-hidden="true">
    <path d="M12 4v15.4M5.4 13.2l6.6 6.6 6.6-6.6" />
  </svg>
);
