import { useEffect, useRef } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Name } from '../ui/name.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Trouble } from './commands.ts';
import { useCommandState, useCommands, useLive } from './device.tsx';
import { useHeightTaken } from './height-taken.ts';
import style from './troubles.module.css';

/** Good news goes by itself; whatever somebody must act on stays. */
const goodNews = 6_000;

/**
 * Says above everything else, and above an open sheet, what went wrong, whether it was recorded, and what to do. The
 * screens have what it leaves of the height (--screen), so that it lies over nobody's name.
 */
export const Troubles = () => {
  const { t } = useTranslation('problems');
  const { connected } = useLive();
  const { trouble } = useCommandState();
  const { close } = useCommands();
  const isNews = trouble?.kind === 'already-here' || trouble?.kind === 'card-done';
  useEffect(() => {
    if (!isNews) return;
    const timer = window.setTimeout(close, goodNews);
    return () => window.clearTimeout(timer);
  }, [isNews, close]);
  const notices = useRef<HTMLDivElement>(null);
  useHeightTaken(notices, '--notice', !connected || trouble !== null);
  return (
    <div ref={notices} className={style.troubles} data-react-aria-top-layer="true">
      {!connected && <Notice happened={t('reconnecting')} />}
      {trouble !== null && <TroubleNotice trouble={trouble} onClose={close} />}
    </div>
  );
};

const TroubleNotice = ({ trouble, onClose }: { trouble: Trouble; onClose: () => void }) => {
  const { t } = useTranslation('problems');
  const { view } = useLive();
  // Where nothing can be recorded, trying again is not what helps.
  const stopped = trouble.kind === 'not-recorded' && view?.record.recording === false;
  const close = (
    <Button variant="plain" onPress={onClose}>
      {t('ok')}
    </Button>
  );
  switch (trouble.kind) {
    case 'already-here':
    case 'card-done':
      return (
        <Notice
          happened={
            <Trans
              t={t}
              i18nKey={trouble.kind}
              values={{ name: trouble.name }}
              components={{ name: <Name /> }}
            />
          }
        >
          {close}
        </Notice>
      );
    case 'refused':
      return (
        <Notice urgent happened={t(`refused.${trouble.code}`)} recorded={t('nothing')}>
          {close}
        </Notice>
      );
    default:
      return (
        <Notice
          urgent
          happened={t(`${trouble.kind}.happened`)}
          recorded={t(`${trouble.kind}.recorded`)}
          todo={t(stopped ? 'stopped.todo' : `${trouble.kind}.todo`)}
        >
          {'again' in trouble ? <Button onPress={trouble.again}>{t('again')}</Button> : null}
          {close}
        </Notice>
      );
  }
};
