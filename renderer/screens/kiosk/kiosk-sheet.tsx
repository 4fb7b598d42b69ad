import { useTranslation } from 'react-i18next';
import type { DeviceView } from '../../../core/view.ts';
import { useRecordSheet } from '../../device/record-sheet.ts';
import { Button } from '../../ui/button.tsx';
import { Hint } from '../../ui/hint.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { CheckpointSection } from './checkpoint-section.tsx';
import { DisplaySection } from './display-section.tsx';
import { Facts } from './facts.tsx';
import style from './kiosk.module.css';
import { LanguageSection } from './language-section.tsx';
import { RecordLine } from './record-line.tsx';

interface KioskSheetProps {
  view: DeviceView;
  isOpen: boolean;
  onClose: () => void;
  /** Somebody wants to look after the kiosk. */
  onManage: () => void;
}

/**
 * How the screen is held and lit, and what there is to know about this kiosk and its record, for IT, for an auditor,
 * for whoever wonders. All of it is public; to look at it records nothing.
 */
export const KioskSheet = ({ view, isOpen, onClose, onManage }: KioskSheetProps) => {
  const { t } = useTranslation(['kiosk', 'manage']);
  const { sheet, unread } = useRecordSheet(isOpen, view.version);
  return (
    <Sheet title={t('name')} isOpen={isOpen} onClose={onClose} close={t('close')}>
      <RecordLine record={view.record} />
      {unread && (
        <p className={style.unread} role="status">
          {t('unread')}
        </p>
      )}
      <Hint>{t('hint')}</Hint>
      <DisplaySection view={view} />
      <Button onPress={onManage}>{t('manage:open')}</Button>
      <Facts place={view.place.name} unit={view.unit.name} sheet={sheet} />
      <LanguageSection />
      {sheet !== null && <CheckpointSection view={view} sheet={sheet} />}
    </Sheet>
  );
};
