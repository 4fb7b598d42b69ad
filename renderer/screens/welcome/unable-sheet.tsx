import { useTranslation } from 'react-i18next';
import { reasons } from '../../../core/session/words.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import style from './unable-sheet.module.css';

export type UnableReason = (typeof reasons.unable)[number];

interface UnableSheetProps {
  isOpen: boolean;
  onClose: () => void;
  onUnable: (reason: UnableReason) => void;
}

/** For staff: why the patient cannot take part, in one tap. */
export const UnableSheet = ({ isOpen, onClose, onUnable }: UnableSheetProps) => {
  const { t } = useTranslation(['welcome', 'common']);
  return (
    <Sheet title={t('unableWhy')} isOpen={isOpen} onClose={onClose}>
      <div className={style.reasons}>
        {reasons.unable.map((reason) => (
          <Button key={reason} onPress={() => onUnable(reason)}>
            {t(`common:reason.${reason}`)}
          </Button>
        ))}
      </div>
    </Sheet>
  );
};
