import type { ReactNode } from 'react';
import { classes } from '../../ui/classes.ts';
import style from './room.module.css';
import { roomGrid } from './room-grid.ts';

interface RoomGridProps {
  label: string;
  count: number;
  /** Whether all of it must fit the screen, because nobody can scroll it. */
  fixed?: boolean;
  children: ReactNode;
}

/** The team, laid out so that a masked colleague reads every name from across the room. */
export const RoomGrid = ({ label, count, fixed = false, children }: RoomGridProps) => {
  const { wide, tall } = roomGrid(count);
  return (
    <ul
      aria-label={label}
      className={classes(style.grid, fixed && style.fixed)}
      style={{ '--wide': wide, '--tall': tall }}
    >
      {children}
    </ul>
  );
};
