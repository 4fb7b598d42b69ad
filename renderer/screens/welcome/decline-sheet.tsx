import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';

interface DeclineSheetProps {
  isOpen: boolean;
  onClose: () => void;
  onDecline: () => void;
}

/** No is a good answer too. A kind word comes before it ends, and a thumb that only slipped is not taken for a no. */
export const DeclineSheet = ({ isOpen, onClose, onDecline }: DeclineSheetProps) => {
  const { t } = useTranslation('welcome');
  return (
    <Sheet title={t('declined.title')} isOpen={isOpen} onClose={onClose} close={t('later.back')}>
      <p>{t('declined.stays')}</p>
      <Button onPress={onDecline}>{t('declined.yes')}</Button>
    </Sheet>
  );
};
