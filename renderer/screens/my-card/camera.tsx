import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import style from './photo.module.css';

/** The size that photos are kept in: 4:5. */
const size = { width: 800, height: 1000 };

/** What the camera sees, in a frame for the face; gives the picture, 4:5 as it is framed, JPEG. */
export const Camera = ({ onPicture, onNone }: { onPicture: (picture: Blob) => void; onNone: () => void }) => {
  const { t } = useTranslation('card');
  const video = useRef<HTMLVideoElement>(null);
  const [isReady, setIsReady] = useState(false);
  const none = useRef(onNone);
  useEffect(() => {
    none.current = onNone;
  });
  useEffect(() => {
    let stream: MediaStream | null = null;
    let left = false;
    const close = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    const open = async () => {
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'user', width: { ideal: 1920 }, height: { ideal: 1080 } },
      });
      if (left || video.current === null) return close();
      video.current.srcObject = stream;
    };
    open().catch(() => {
      if (!left) none.current();
    });
    return () => {
      left = true;
      close();
    };
  }, []);
  const shoot = async () => {
    if (video.current === null) return;
    const picture = await framed(video.current);
    if (picture !== null) onPicture(picture);
  };
  return (
    <>
      <div className={style.camera}>
        <video
          ref={video}
          autoPlay
          muted
          playsInline
          className={style.seen}
          onPlaying={() => setIsReady(true)}
        />
        <svg viewBox="0 0 80 100" aria-hidden="true" className={style.guide}>
          <ellipse cx="40" cy="42" rx="21" ry="28" />
          <path d="M6 100c3-17 16-24 34-24s31 7 34 24" />
        </svg>
      </div>
      <p className={style.say} role="status">
        {t(isReady ? 'photo.frame' : 'photo.opening')}
      </p>
      <Button variant="primary" isDisabled={!isReady} onPress={shoot}>
        {t('photo.shoot')}
      </Button>
    </>
  );
};

/** What stands in the 4:5 in the middle of the video, upright and not mirrored. */
const framed = async (video: HTMLVideoElement): Promise<Blob | null> => {
  const { videoWidth, videoHeight } = video;
  const scale = Math.min(videoWidth / size.width, videoHeight / size.height);
  const [width, height] = [size.width * scale, size.height * scale];
  const canvas = document.createElement('canvas');
  Object.assign(canvas, size);
  canvas
    .getContext('2d')
    ?.drawImage(
      video,
      (videoWidth - width) / 2,
      (videoHeight - height) / 2,
      width,
      height,
      0,
      0,
      size.width,
      size.height,
    );
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.92));
};
