import { useTranslation } from 'react-i18next';
import { Sheet } from '../../ui/sheet.tsx';

interface SuggestionSheetProps {
  isOpen: boolean;
  onClose: () => void;
}

/** The box for what people in the room say does not work. */
export const SuggestionSheet = ({ isOpen, onClose }: SuggestionSheetProps) => {
  const { t } = useTranslation('suggestions');
  return (
    <Sheet title={t('title')} isOpen={isOpen} onClose={onClose}>
      {null}
    </Sheet>
  );
};
