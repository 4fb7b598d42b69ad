import type { ReactNode } from 'react';
import { classes } from '../../ui/classes.ts';
import style from './room.module.css';
import { roomGrid } from './room-grid.ts';

interface RoomGridProps {
  label: string;
  count: number;
  /** Whether all of it must fit the screen, because nobody can scroll it. */
  fixed?: boolean;
  /** Whether tiles may be lower than the time-out's, in which there is more than one thing to touch. */
  low?: boolean;
  children: ReactNode;
}

/** The team, laid out so that a masked colleague reads every name from across the room. */
export const RoomGrid = ({ label, count, fixed = false, low = false, children }: RoomGridProps) => {
  const { wide, tall } = roomGrid(count);
  return (
    <ul
      aria-label={label}
      className={classes(style.grid, fixed && style.fixed, low && style.low)}
      style={{ '--wide': wide, '--tall': tall }}
    >
      {children}
    </ul>
  );
};
