import { createHash } from 'node:crypto';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { readWav, type SoundProblem, writeWav } from '../../../core/wav.ts';
import { putPhoto } from '../../store/people.ts';
import { putSound } from '../../store/sounds.ts';
import type { Device } from '../device.ts';
import { makePhoto, type PhotoProblem } from '../photos.ts';
import { keepOnCard } from './keep.ts';
import { isStill, type Opening } from './opening.ts';

/** Which of the two photos: without a mask, or with mask and cap. */
export type PhotoKind = 'face' | 'masked';

interface NewPhoto {
  id: string;
  kind: PhotoKind;
  original: Buffer;
  /** The day it was taken, YYYY-MM-DD. */
  taken: string;
}

/** The first day that a camera could have taken it; and nobody has a photo from tomorrow, but clocks differ by a day. */
const firstDay = '1950-01-01';
const lastDay = (device: Device): string =>
  new Date(device.clock.now().getTime() + 36 * 3_600_000).toISOString().slice(0, 10);

/** Whether a photo can have been taken on this day. */
export const isPhotoDay = (device: Device, taken: string): boolean =>
  taken >= firstDay && taken <= lastDay(device);

/**
 * Makes a photo of a picture and puts it on somebody’s own card; gives whether it is too small to look sharp. Refuses
 * what makePhoto does, a day that cannot be, and `not-open` where the card was closed meanwhile. Throws as `record` does.
 */
export const setPhoto = async (
  device: Device,
  opening: Opening,
  { id, kind, original, taken }: NewPhoto,
): Promise<Result<{ blurred: boolean }, PhotoProblem | 'no-such-day' | 'not-open'>> => {
  if (!isPhotoDay(device, taken)) return refuse('no-such-day');
  const made = await makePhoto(original);
  if (!made.ok) return made;
  if (!isStill(device, opening)) return refuse('not-open');
  const { hash, bytes, blurred } = made.value;
  const put = (db: Parameters<typeof putPhoto>[0]) => putPhoto(db, { hash, bytes });
  if (kind === 'face')
    keepOnCard(device, opening, { id, fields: ['photo'], columns: { photo: hash, photo_date: taken }, put });
  else
    keepOnCard(device, opening, {
      ...{ id, fields: ['masked-photo'], put },
      columns: { masked_photo: hash, masked_photo_date: taken },
    });
  return ok({ blurred });
};

/**
 * Puts how somebody says their own name on their card: the samples and nothing else of the file, under the name of what
 * is heard. Refuses what readWav does, and `not-open` where the card was closed meanwhile. Throws as `record` does.
 */
export const setSound = (
  device: Device,
  opening: Opening,
  { id, original }: { id: string; original: Uint8Array },
): Result<null, SoundProblem | 'not-open'> => {
  if (!isStill(device, opening)) return refuse('not-open');
  const read = readWav(original);
  if (!read.ok) return read;
  const bytes = writeWav(read.value);
  const hash = createHash('sha256').update(bytes).digest('hex');
  keepOnCard(device, opening, {
    ...{ id, fields: ['sound'], columns: { name_sound: hash } },
    put: (db) => putSound(db, { hash, bytes }),
  });
  return ok(null);
};
