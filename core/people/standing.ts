import type { Leave } from './edit.ts';
import type { PersonStanding } from './view.ts';

interface Stands {
  origin: 'import' | 'visitor' | 'demo';
  retired_at: string | null;
  /** Whether a list said that they are away. */
  on_leave: 0 | 1;
  leave_from: string | null;
  leave_until: string | null;
}

/** The leave that was entered here, if there is one that is not over on this day (YYYY-MM-DD). */
export const leaveOf = ({ leave_from, leave_until }: Stands, today: string): Leave | null =>
  leave_from === null || (leave_until !== null && leave_until < today)
    ? null
    : { from: leave_from, until: leave_until };

/** How it stands with somebody on this day: a leave begins and ends by itself. */
export const standingOn = (row: Stands, today: string): PersonStanding => {
  if (row.retired_at !== null) return 'retired';
  if (row.origin === 'visitor') return 'visitor';
  const leave = leaveOf(row, today);
  return row.on_leave === 1 || (leave !== null && leave.from <= today) ? 'on-leave' : 'here';
};
