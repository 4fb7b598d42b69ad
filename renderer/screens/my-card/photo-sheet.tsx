import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Camera } from './camera.tsx';
import type { PhotoKind, PhotoProblem } from './card-calls.ts';
import style from './photo.module.css';

/** A picture that is to be somebody’s photo. */
export interface ChosenPhoto {
  kind: PhotoKind;
  /** YYYY-MM-DD. */
  taken: string;
  picture: Blob;
}

/** What became of it. Where it was not kept for another reason than the picture, whoever sent it says so. */
export type PhotoSent =
  | { is: 'kept'; blurred: boolean }
  | { is: 'refused'; problem: PhotoProblem }
  | { is: 'not-kept' };

interface PhotoSheetProps {
  kind: PhotoKind;
  isOpen: boolean;
  /** Kept or not; `blurred` where what was kept is too small to look sharp. */
  onClose: (blurred: boolean) => void;
  /** The day at the place, YYYY-MM-DD. */
  today: string;
  send: (photo: ChosenPhoto) => Promise<PhotoSent>;
}

/** A new photo: from the camera, or from a file. */
export const PhotoSheet = ({ kind, isOpen, onClose, today, send }: PhotoSheetProps) => {
  const { t } = useTranslation('card');
  const title = t(kind === 'face' ? 'photo.faceTitle' : 'photo.maskedTitle');
  return (
    <Sheet title={title} isOpen={isOpen} onClose={() => onClose(false)}>
      <PhotoSteps kind={kind} today={today} send={send} onKept={onClose} />
    </Sheet>
  );
};

interface Picture {
  blob: Blob;
  url: string;
  from: 'camera' | 'file';
}

interface PhotoStepsProps extends Pick<PhotoSheetProps, 'kind' | 'today' | 'send'> {
  onKept: (blurred: boolean) => void;
}

/** As the device has it; what is larger need not be sent. */
const largest = 8 * 1024 * 1024;
const types = ['image/jpeg', 'image/png', 'image/webp'];

const PhotoSteps = ({ kind, today, send, onKept }: PhotoStepsProps) => {
  const { t } = useTranslation('card');
  const [camera, setCamera] = useState(false);
  const [picture, setPicture] = useState<Picture | null>(null);
  const [taken, setTaken] = useState(today);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<PhotoProblem | 'no-camera' | null>(null);
  const file = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (picture === null) return undefined;
    return () => URL.revokeObjectURL(picture.url);
  }, [picture]);

  const show = (blob: Blob, from: Picture['from'], day: string) => {
    setCamera(false);
    setTaken(day);
    setPicture({ blob, url: URL.createObjectURL(blob), from });
  };
  const choose = (chosen: File | undefined) => {
    if (chosen === undefined) return;
    if (chosen.size > largest) return setProblem('too-large');
    if (!types.includes(chosen.type)) return setProblem('not-a-photo');
    setProblem(null);
    const day = dayOf(new Date(chosen.lastModified));
    show(chosen, 'file', day < today ? day : today);
  };
  const keep = async () => {
    if (picture === null) return;
    setIsSending(true);
    const done = await send({ kind, taken, picture: picture.blob });
    setIsSending(false);
    if (done.is === 'kept') return onKept(done.blurred);
    if (done.is !== 'refused') return;
    setProblem(done.problem);
    // Another day can be said of the same picture; of all else another picture is needed.
    if (done.problem !== 'no-such-day') setPicture(null);
  };
  const trouble = problem !== null && (
    <p role="alert" className={style.problem}>
      {t(`photo.${problem}`)}
    </p>
  );

  if (camera)
    return (
      <Camera
        onPicture={(blob) => show(blob, 'camera', today)}
        onNone={() => {
          setCamera(false);
          setProblem('no-camera');
        }}
      />
    );
  if (picture !== null)
    return (
      <>
        <img
          src={picture.url}
          alt=""
          className={style.picture}
          onError={() => {
            setPicture(null);
            setProblem('damaged');
          }}
        />
        {picture.from === 'file' && (
          <label className={style.when}>
            <span>{t('photo.when')}</span>
            <input
              type="date"
              value={taken}
              max={today}
              onChange={({ target }) => {
                setProblem(null);
                setTaken(target.value);
              }}
            />
          </label>
        )}
        {trouble}
        <div className={style.answers}>
          <Button
            onPress={() => {
              setPicture(null);
              setProblem(null);
              setCamera(picture.from === 'camera');
            }}
          >
            {t('photo.again')}
          </Button>
          <Button variant="primary" isDisabled={isSending || taken === ''} onPress={keep}>
            {t('photo.keep')}
          </Button>
        </div>
      </>
    );
  return (
    <>
      {trouble}
      <div className={style.ways}>
        <Button
          onPress={() => {
            setProblem(null);
            setCamera(true);
          }}
        >
          {t('photo.camera')}
        </Button>
        <Button onPress={() => file.current?.click()}>{t('photo.file')}</Button>
      </div>
      <p className={style.hint}>{t('photo.fileHint')}</p>
      <input
        ref={file}
        type="file"
        accept={types.join(',')}
        className="only-heard"
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ target }) => {
          choose(target.files?.[0]);
          target.value = '';
        }}
      />
    </>
  );
};

/** YYYY-MM-DD, where the machine is. */
const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
