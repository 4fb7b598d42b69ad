import { useTranslation } from 'react-i18next';
import { type ReturnWish, returnWishes } from '../../../core/session/words.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import style from './unable-sheet.module.css';

interface LaterSheetProps {
  isOpen: boolean;
  onClose: () => void;
  onLater: (wish: ReturnWish) => void;
}

/** “Not now” is a good answer. One more touch says when, and it is over. */
export const LaterSheet = ({ isOpen, onClose, onLater }: LaterSheetProps) => {
  const { t } = useTranslation('welcome');
  return (
    <Sheet title={t('later.title')} isOpen={isOpen} onClose={onClose} close={t('later.back')}>
      <div className={style.reasons}>
        {returnWishes.map((wish) => (
          <Button key={wish} onPress={() => onLater(wish)}>
            {t(`later.${wish}`)}
          </Button>
        ))}
      </div>
    </Sheet>
  );
};
