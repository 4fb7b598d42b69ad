import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnPhoto } from '../../../core/own-card.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { type PhotoKind, type PhotoProblem, sendPhoto } from './card-calls.ts';
import style from './photo.module.css';
import { type PhotoSent, PhotoSheet } from './photo-sheet.tsx';
import type { OwnCardDesk } from './use-own-card.ts';

/** One of the two photos: what it shows, how old it is, and what to do about it. */
export const PhotoRow = ({ kind, desk }: { kind: PhotoKind; desk: OwnCardDesk }) => {
  const { t } = useTranslation('card');
  const [choosing, setChoosing] = useState(false);
  const [blurred, setBlurred] = useState(false);
  const photo = kind === 'face' ? desk.card.photo : desk.card.maskedPhoto;
  const remove = () =>
    kind === 'face'
      ? desk.change('photo', { photo: null })
      : desk.change('masked-photo', { maskedPhoto: null });
  return (
    <div className={style.row}>
      <div className={style.thumb} data-old={photo?.tooOld || undefined}>
        {photo !== null && <img src={photo.path} alt="" draggable={false} />}
      </div>
      <div className={style.about}>
        <h3 className={style.name}>{t(kind === 'face' ? 'photo.face' : 'photo.masked')}</h3>
        {photo === null ? <p>{t('photo.none')}</p> : <Age photo={photo} desk={desk} />}
        {blurred && photo !== null && <p role="status">{t('photo.blurred')}</p>}
        <div className={style.answers}>
          <Button onPress={() => setChoosing(true)}>{t(photo === null ? 'photo.take' : 'photo.new')}</Button>
          {photo !== null && (
            <Button variant="plain" className={style.remove} onPress={remove}>
              {t('photo.remove')}
            </Button>
          )}
        </div>
      </div>
      <PhotoSheet
        kind={kind}
        today={desk.card.today}
        send={async (photo): Promise<PhotoSent> => {
          const done = await desk.keep<PhotoProblem>(
            kind === 'face' ? 'photo' : 'masked-photo',
            (token, id) => sendPhoto(token, { id, ...photo }),
          );
          return done.is === 'kept' || done.is === 'refused' ? done : { is: 'not-kept' };
        }}
        isOpen={choosing}
        onClose={(isBlurred) => {
          setBlurred(isBlurred);
          setChoosing(false);
        }}
      />
    </div>
  );
};

const Age = ({ photo: { date, tooOld }, desk }: { photo: OwnPhoto; desk: OwnCardDesk }) => {
  const { t } = useTranslation('card');
  const language = useLanguage();
  if (date === null) return <p>{t('photo.noDate')}</p>;
  const day = language.date(new Date(`${date}T12:00:00`), { dateStyle: 'long' });
  const years = yearsBetween(date, desk.card.today);
  return (
    <>
      <p>{t('photo.taken', { date: day })}</p>
      {tooOld ? (
        <p className={style.problem}>{t('photo.tooOld', { count: desk.card.photoYears })}</p>
      ) : (
        <p>{years === 0 ? t('photo.thisYear') : t('photo.years', { count: years })}</p>
      )}
    </>
  );
};

/** Whole years from one day to another, both YYYY-MM-DD. */
const yearsBetween = (from: string, to: string): number =>
  Math.max(0, Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(4) < from.slice(4) ? 1 : 0));
