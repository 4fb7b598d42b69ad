import type { NotHeld, Page } from '../../../core/timeline/found.ts';
import { bitOf } from '../../../core/timeline/marks.ts';
import { wallTime } from '../../log/clock.ts';
import { countMissed, findMissed, type Missed } from '../../store/sessions-found.ts';
import type { Device } from '../device.ts';
import { purgedFrom } from '../log-read/purged.ts';
import { pageAfter, pageOfSessions, soughtFrom, type Wanted } from './find.ts';

/** After everything that a schedule can hold. */
const newest = ['~', '~', '~'];

/** A page of what was scheduled before now and not held, the newest first, with how much there is on all. */
export const findNotHeld = (
  device: Device,
  { after, ...wanted }: Wanted & { after?: string | undefined },
): Page<NotHeld> => {
  const { db, clock } = device;
  const at = wallTime(clock.now());
  const missed: Missed = {
    ...soughtFrom(wanted),
    ...{ today: at.slice(0, 10), now: at.slice(11, 16), not_held: bitOf('not-held') },
  };
  const [before_date = '', before_time = '', before_id = ''] = pageAfter(after, 3) ?? newest;
  const before = { before_date, before_time, before_id };
  const rows = findMissed.all(db, { ...missed, ...before, most: pageOfSessions + 1 });
  const last = rows.length > pageOfSessions ? rows[pageOfSessions - 1] : undefined;
  return {
    items: rows.slice(0, pageOfSessions),
    total: countMissed.get(db, missed)?.total ?? 0,
    next: last === undefined ? null : `${last.date} ${last.time} ${last.id}`,
    purged: purgedFrom(device),
  };
};
