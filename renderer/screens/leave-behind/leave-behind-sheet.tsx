import { useTranslation } from 'react-i18next';
import type { Session } from '../../../core/session/state.ts';
import type { DeviceView } from '../../../core/view.ts';
import { Sheet } from '../../ui/sheet.tsx';

interface LeaveBehindSheetProps {
  view: DeviceView;
  session: Session;
  isOpen: boolean;
  onClose: () => void;
}

/** What the patient takes along: a page to print, and a code for their telephone. */
export const LeaveBehindSheet = ({ isOpen, onClose }: LeaveBehindSheetProps) => {
  const { t } = useTranslation('leave');
  return (
    <Sheet title={t('title')} isOpen={isOpen} onClose={onClose}>
      {null}
    </Sheet>
  );
};
