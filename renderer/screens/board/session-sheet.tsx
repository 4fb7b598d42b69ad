import { useTranslation } from 'react-i18next';
import type { Session } from '../../../core/session/state.ts';
import type { Tap } from '../../device/answer.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { useFresh } from '../../ui/use-fresh.ts';
import { Occasion } from '../start/occasion.tsx';
import style from './session-sheet.module.css';

interface SessionSheetProps {
  session: Session;
  isOpen: boolean;
  /** Whether the board shows the team with mask and cap. */
  masked: boolean;
  onMasked: (masked: boolean) => void;
  onWristband: () => void;
  /** Somebody wants to say what does not work. */
  onSuggest: () => void;
  /** Somebody wants to look after the kiosk: on a ward a session is open from shift to shift. */
  onManage: () => void;
  onClose: () => void;
  send: (tap: Tap) => void;
}

/** What can change about the session itself, and its end, which says what it erases before it does. */
export const SessionSheet = (props: SessionSheetProps) => {
  const { session, isOpen, masked, onMasked, onWristband, onSuggest, onManage, onClose, send } = props;
  const { t } = useTranslation(['board', 'stay', 'suggestions', 'manage']);
  const [ending, setEnding] = useFresh(isOpen, false);
  const { id, urgency, interpreter } = session;
  const close = () => {
    setEnding(false);
    onClose();
  };
  const change = (values: Partial<Pick<Session, 'urgency' | 'interpreter'>>) =>
    send({ type: 'change-session', session: id, urgency, interpreter, ...values });
  return (
    <Sheet title={t(ending ? 'session.closeTitle' : 'session.title')} isOpen={isOpen} onClose={close}>
      {ending ? (
        <>
          <p>{t('session.closeWhat')}</p>
          <Button
            variant="primary"
            onPress={() => {
              close();
              send({ type: 'close-session', session: id });
            }}
          >
            {t('session.closeYes')}
          </Button>
        </>
      ) : (
        <>
          <Occasion
            urgency={session.kind === 'surgery' ? urgency : null}
            onUrgency={(value) => change({ urgency: value })}
            interpreter={interpreter}
            onInterpreter={(value) => change({ interpreter: value })}
          />
          <div className={style.also}>
            <Toggle isSelected={masked} onChange={onMasked}>
              {t('session.masks')}
            </Toggle>
            <Button onPress={onWristband}>{t('stay:scan')}</Button>
          </div>
          <Button onPress={() => setEnding(true)}>{t('session.close')}</Button>
          <div className={style.others}>
            <Button variant="plain" onPress={onSuggest}>
              {t('suggestions:title')}
            </Button>
            <Button variant="plain" onPress={onManage}>
              {t('manage:open')}
            </Button>
          </div>
        </>
      )}
    </Sheet>
  );
};
