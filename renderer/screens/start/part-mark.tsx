import type { Part } from '../../../core/session/words.ts';
import style from './part-mark.module.css';

const paths: Record<Part | 'staying', string> = {
  arriving: 'M4 12h11M10.5 6.5L16 12l-5.5 5.5M20.5 5v14',
  leaving: 'M20 12H9M14.5 6.5L20 12l-5.5 5.5M4 5v14',
  staying: 'M7 12.5l3.6 3.6L17.5 8',
};

/** An arrow to a wall, away from one, or a tick: in reading direction. The word always stands beside it. */
export const PartMark = ({ part }: { part: Part | null }) => (
  <svg className={style.mark} viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[part ?? 'staying']} />
  </svg>
);
