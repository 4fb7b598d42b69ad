import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ManagedPhoto } from '../../../../core/people/view.ts';
import { roleOf } from '../../../../core/roles.ts';
import { changePerson, sendPhoto } from '../../../device/manage/people.ts';
import { Button } from '../../../ui/button.tsx';
import type { PhotoKind, PhotoProblem } from '../../my-card/card-calls.ts';
import { type ChosenPhoto, type PhotoSent, PhotoSheet } from '../../my-card/photo-sheet.tsx';
import style from './person.module.css';
import { useDay } from './use-day.ts';
import type { PartProps } from './use-person.ts';

/** Both photos of somebody, with the day until which they are shown. */
export const PhotosPart = (props: PartProps) => {
  const { t } = useTranslation('people');
  return (
    <section className={style.part} aria-labelledby="photos" data-family={roleOf(props.person.role).family}>
      <h2 id="photos">{t('section.photos')}</h2>
      <PhotoRow kind="face" {...props} />
      <PhotoRow kind="masked" {...props} />
    </section>
  );
};

const problems: readonly PhotoProblem[] = [
  ...(['too-large', 'not-a-photo', 'too-many-pixels', 'too-small', 'damaged', 'no-such-day'] as const),
];

const PhotoRow = ({ kind, person, desk }: PartProps & { kind: PhotoKind }) => {
  const { t } = useTranslation('people');
  const [choosing, setChoosing] = useState(false);
  const [blurred, setBlurred] = useState(false);
  const photo = kind === 'face' ? person.photo : person.maskedPhoto;
  const send = async (chosen: ChosenPhoto): Promise<PhotoSent> => {
    const done = await desk.change(person, 'photo', (of) => sendPhoto(of, chosen));
    if (done?.is === 'kept') return { is: 'kept', blurred: isBlurred(done.result) };
    const problem = done?.is === 'refused' ? problems.find((one) => one === done.problem) : undefined;
    if (problem !== undefined) return { is: 'refused', problem };
    setChoosing(false);
    return { is: 'not-kept' };
  };
  return (
    <div className={style.photo}>
      <div className={style.thumb} data-old={photo?.age === 'old' || undefined}>
        {photo !== null && <img src={photo.path} alt="" draggable={false} />}
      </div>
      <div className={style.about}>
        <h3>{t(kind === 'face' ? 'field.photo' : 'field.masked-photo')}</h3>
        {photo === null ? <p>{t('photo.none')}</p> : <Age photo={photo} years={person.photoYears} />}
        {blurred && photo !== null && <p role="status">{t('photo.blurred')}</p>}
        <div className={style.line}>
          <Button onPress={() => setChoosing(true)}>{t(photo === null ? 'photo.take' : 'photo.new')}</Button>
          {photo !== null && (
            <Button
              variant="plain"
              isDisabled={desk.isBusy}
              onPress={() =>
                void desk.change(person, 'photo', (of) =>
                  changePerson(of, kind === 'face' ? { photo: null } : { maskedPhoto: null }),
                )
              }
            >
              {t('photo.remove')}
            </Button>
          )}
        </div>
      </div>
      <PhotoSheet
        kind={kind}
        today={person.today}
        send={send}
        isOpen={choosing}
        onClose={(isSmall) => {
          setBlurred(isSmall);
          setChoosing(false);
        }}
      />
    </div>
  );
};

const isBlurred = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'blurred' in result && result.blurred === true;

const Age = ({ photo: { date, age, until }, years }: { photo: ManagedPhoto; years: number }) => {
  const { t } = useTranslation('people');
  const day = useDay();
  if (date === null || until === null) return <p>{t('photo.undated')}</p>;
  return (
    <>
      <p>{t('photo.taken', { date: day(date) })}</p>
      {age === 'old' ? (
        <p className={style.matters}>{t('photo.old', { count: years })}</p>
      ) : (
        <p className={age === 'soon' ? style.matters : undefined}>{t('photo.until', { date: day(until) })}</p>
      )}
    </>
  );
};
