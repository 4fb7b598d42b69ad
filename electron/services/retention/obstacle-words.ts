import { headline } from '../verify/in-words.ts';
import { heldInWords } from './holds.ts';
import type { Obstacle } from './obstacles.ts';

/** What stands in the way of a purge, and what to do, in a sentence or two. */
export const obstacleInWords = (obstacle: Obstacle): string => {
  switch (obstacle.why) {
    case 'retention-unreadable':
      return 'The setting for how many years the record is kept cannot be read: set it again.';
    case 'too-young':
      return `The record is kept for ${years(obstacle.years)}: only what is from before ${obstacle.latest} can be purged today.`;
    case 'not-backed-up':
      return obstacle.size === 0
        ? 'The record was never backed up. Make a backup first.'
        : `The newest backup has entries 1 to ${obstacle.size}, and this purge goes to ${obstacle.through}. Make a backup first.`;
    case 'backup-gone':
      return `The newest backup, with entries 1 to ${obstacle.size}, is not among the backups of this kiosk as it was verified. Make a backup first.`;
    case 'not-anchored':
      return `No checkpoint of the first ${obstacle.through} entries or more left this device (the last was of ${obstacle.size}). Export or print one first.`;
    case 'on-hold':
      return `Hold ${obstacle.hold.id} is on ${heldInWords(obstacle.hold.held)}. Purge before an earlier day, or release it.`;
    case 'does-not-verify':
      return `The record does not hold, and nothing is deleted from it: ${headline(obstacle.answer)}`;
  }
};

const years = (count: number): string => (count === 1 ? '1 year' : `${count} years`);
