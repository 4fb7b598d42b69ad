import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { useLive } from '../device/device.tsx';
import { useIdle } from '../device/use-idle.ts';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import style from './sheet.module.css';

const seconds = (count: number) => count * 1_000;

/** What lets go when nobody is there any more, after how long it asks, and how long it waits for an answer. */
const patience = {
  start: { asksAfter: seconds(120), waits: seconds(30) },
  card: { asksAfter: seconds(90), waits: seconds(20) },
  sheet: { asksAfter: seconds(180), waits: seconds(20) },
  manage: { asksAfter: seconds(90), waits: seconds(25) },
  box: { asksAfter: seconds(180), waits: seconds(20) },
} as const;

/** What the times above are for: the site can say how long its teams may leave a screen, in proportion. */
const usual = 120;
/** What opens with a badge or a PIN lets go when the device does, whatever the site says. */
const fixed: ReadonlySet<keyof typeof patience> = new Set(['card', 'manage'] as const);

interface StillThereProps {
  what: keyof typeof patience;
  /** Whether there is something to let go of now. */
  watches?: boolean;
  /** Nobody answered, or somebody said to close it. */
  onOver: () => void;
}

/**
 * Asks “Still there?” before a screen lets go of what somebody left on it. A touch anywhere, a key or a badge says yes;
 * the touch that does presses nothing else.
 */
export const StillThere = ({ what, watches = true, onOver }: StillThereProps) => {
  const { t } = useTranslation();
  const idle = useLive().view?.idleSeconds ?? usual;
  const { asksAfter, waits } = patience[what];
  const wanted = fixed.has(what) ? asksAfter : (asksAfter * idle) / usual;
  const { isAsking, stay } = useIdle({ asksAfter: wanted, waits }, watches, onOver);
  return (
    <ModalOverlay
      isOpen={isAsking}
      isDismissable
      onOpenChange={(open) => {
        if (!open) stay();
      }}
      className={classes(style.overlay)}
    >
      <Modal className={classes(style.modal)}>
        <Dialog role="alertdialog" className={classes(style.sheet)}>
          <Heading slot="title" level={2} className={classes(style.title)}>
            {t('still.title')}
          </Heading>
          <div className={style.body}>
            <p>{t(`still.${what}`)}</p>
            <Button variant="primary" onPress={stay}>
              {t('still.yes')}
            </Button>
          </div>
          <Button variant="plain" onPress={onOver} className={style.cancel}>
            {t('still.no')}
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
