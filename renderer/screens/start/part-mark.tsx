import type { Part } from '../../../core/session/words.ts';
import style from './part-mark.module.css';

const paths: Record<Part | 'staying', string> = {
  arriving: 'M19 5L6 18M6 7.5V18h10.5',
  leaving: 'M5 19L18 6M7.5 6H18v10.5',
  staying: 'M7 12.5l3.6 3.6L17.5 8',
};

/** An arrow that comes in, one that goes out, the other way, or a tick. The word always stands beside it. */
export const PartMark = ({ part }: { part: Part | null }) => (
  <svg className={style.mark} data-part={part ?? undefined} viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[part ?? 'staying']} />
  </svg>
);
