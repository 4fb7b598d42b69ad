import type { OwnCard, OwnPhoto } from '../../../core/own-card.ts';
import { wallTime } from '../../log/clock.ts';
import { accessOf } from '../../store/access.ts';
import { personById } from '../../store/people.ts';
import { pinOf } from '../../store/pins.ts';
import type { Device } from '../device.ts';
import { cardsOf, isTooOld, photoPath, policyOf, showing } from '../people.ts';
import { peopleAlike } from '../people-alike.ts';
import { readSettings } from '../settings.ts';

/** Somebody's own card as only they see it. Throws for an id that is nobody's. */
export const ownCard = (device: Device, person: string): OwnCard => {
  const row = personById.get(device.db, { id: person });
  const [card] = cardsOf(device, [person]);
  if (row === undefined || card === undefined) throw new Error('Nobody has this card');
  const { site, unit, photosFrom } = showing(device);
  const own = (hash: string | null, date: string | null): OwnPhoto | null =>
    hash === null ? null : { path: photoPath(hash), date, tooOld: isTooOld(date, photosFrom) };
  return {
    card,
    name: { given: row.given, family: row.family, preferred: row.preferred },
    alike: row.preferred === null ? [] : peopleAlike(device, row.preferred, person),
    names: policyOf(row.names),
    rule: unit ?? site,
    photo: own(row.photo, row.photo_date),
    maskedPhoto: own(row.masked_photo, row.masked_photo_date),
    photoYears: readSettings(device).settings.photoYears,
    today: wallTime(device.clock.now()).slice(0, 10),
    hasPin: pinOf.get(device.db, { person }) !== undefined,
    pinSignsIn: accessOf.get(device.db, { person }) !== undefined,
  };
};
