import type { DeviceEvent } from '../../../core/log/device-events.ts';
import { daysAfter } from '../../../core/people/photo-age.ts';
import { wallTime } from '../../log/clock.ts';
import { commit } from '../../log/commit.ts';
import { record } from '../../log/record.ts';
import type { Writer } from '../../store/open.ts';
import { dropUnusedPhotos } from '../../store/own-card.ts';
import { dropOldChanges, oldChanges, putChange } from '../../store/people-changes.ts';
import { dropUnusedSounds } from '../../store/sounds.ts';
import { withdrawFromLeft } from '../access/holders.ts';
import { actorOf, type SignedIn } from '../access/session.ts';
import type { Device } from '../device.ts';
import { today } from '../people.ts';
import { eraseDropped } from '../sessions.ts';
import type { ChangeValue } from './value.ts';

/** For so many days a change by hand can be put back; then what was before is forgotten. */
export const putBackDays = 7;

interface Kept {
  /** The id of the tap. */
  id: string;
  /** Whom it is of. */
  person: string;
  event: DeviceEvent;
  value: ChangeValue;
  /** Photos that putting it back would need, by hash. */
  photos?: readonly string[];
  put: (db: Writer) => void;
}

/**
 * Writes a change by hand, its entry in the log and what it can be put back by, in one transaction. Who has left by it has
 * no access any more. Throws as `record` does.
 */
export const keepChange = (
  device: Device,
  signedIn: SignedIn,
  { id, person, event, value, photos = [], put }: Kept,
): void => {
  const actor = actorOf(signedIn);
  writing(device, () => {
    record(device, { id, actor, events: [event] }, (db) => {
      put(db);
      putChange(db, {
        ...{ id, person, at: wallTime(device.clock.now()), by_person: signedIn.person },
        ...{ value: JSON.stringify(value), photos: JSON.stringify(photos) },
        lasting: value.kind === 'merged' || value.kind === 'told-apart' ? 1 : 0,
      });
    });
    withdrawFromLeft(device, actor);
  });
};

/** Puts something back, with its entry in the log; as `keepChange`. */
export const keepPuttingBack = (
  device: Device,
  signedIn: SignedIn,
  { id, person, of, put }: { id: string; person: string; of: string; put: (db: Writer) => void },
): void => {
  const actor = actorOf(signedIn);
  const event = { type: 'person-put-back' as const, ids: { person }, data: { of } };
  writing(device, () => {
    record(device, { id, actor, events: [event] }, put);
    withdrawFromLeft(device, actor);
  });
};

const firstDay = (device: Device): string => daysAfter(today(device), -putBackDays);

/** What is older is not offered any more, and its photos are nobody's. */
const writing = (device: Device, work: () => void): void => {
  let gone = 0;
  commit(device, (db) => {
    work();
    gone = dropOldChanges(db, { before: firstDay(device) });
    gone += dropUnusedPhotos(db, {}) + dropUnusedSounds(db, {});
  });
  if (gone > 0) eraseDropped(device);
  device.live.changed();
};

/** Forgets what was before changes that cannot be put back any more. Throws NotRecorded where that cannot be kept. */
export const forgetOldChanges = (device: Device): void => {
  const before = firstDay(device);
  if (oldChanges.get(device.db, { before }) === undefined) return;
  commit(
    device,
    (db) => {
      dropOldChanges(db, { before });
      dropUnusedPhotos(db, {});
    },
    { wasKept: (db) => oldChanges.get(db, { before }) === undefined },
  );
  eraseDropped(device);
};
