import { ok, type Result, refuse } from '../../../core/result.ts';
import { putPhoto } from '../../store/people.ts';
import { isStill, type SignedIn } from '../access/session.ts';
import type { Device } from '../device.ts';
import { isPhotoDay, type PhotoKind } from '../own-card/media.ts';
import { makePhoto, type PhotoProblem } from '../photos.ts';
import { keepColumns, type NotChanged, type Of, seen } from './edit.ts';

interface NewPhoto {
  kind: PhotoKind;
  original: Buffer;
  /** The day it was taken, YYYY-MM-DD. */
  taken: string;
}

/**
 * Makes a photo of a picture and gives it to somebody; gives whether it is too small to look sharp. Refuses what makePhoto
 * does, a day that cannot be, and `not-signed-in` where whoever sent it no longer is. Throws as `record` does.
 */
export const setPhoto = async (
  device: Device,
  signedIn: SignedIn,
  of: Of,
  { kind, original, taken }: NewPhoto,
): Promise<Result<{ blurred: boolean }, NotChanged | PhotoProblem | 'no-such-day' | 'not-signed-in'>> => {
  if (!isPhotoDay(device, taken)) return refuse('no-such-day');
  const made = await makePhoto(original);
  if (!made.ok) return made;
  if (!isStill(device, signedIn)) return refuse('not-signed-in');
  const { hash, bytes, blurred } = made.value;
  const found = seen(device, of);
  if (!found.ok) return found.problem === 'kept' ? ok({ blurred }) : refuse(found.problem);
  const columns =
    kind === 'face' ? { photo: hash, photo_date: taken } : { masked_photo: hash, masked_photo_date: taken };
  keepColumns(device, signedIn, {
    ...{ id: of.id, row: found.value, columns },
    fields: [kind === 'face' ? 'photo' : 'masked-photo'],
    put: (db) => putPhoto(db, { hash, bytes }),
  });
  return ok({ blurred });
};
