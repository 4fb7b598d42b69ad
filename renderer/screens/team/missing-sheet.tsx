import { Trans, useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Names } from '../../ui/names.tsx';
import { Sheet } from '../../ui/sheet.tsx';

interface MissingSheetProps {
  isOpen: boolean;
  /** Those who are here and have not spoken. */
  names: readonly string[];
  /** Whether the patient listens: then nobody is named. */
  awake: boolean;
  onClose: () => void;
  onEndAnyway: () => void;
}

/** Ending before everyone has spoken: it says who is missing, and going back is the larger answer. */
export const MissingSheet = ({ isOpen, names, awake, onClose, onEndAnyway }: MissingSheetProps) => {
  const { t } = useTranslation('team');
  const { list } = useLanguage();
  return (
    <Sheet title={t(awake ? 'awake.finishTitle' : 'missing.title')} isOpen={isOpen} onClose={onClose}>
      {!awake && (
        <p>
          <Trans
            t={t}
            i18nKey="missing.who"
            count={names.length}
            values={{ names: list(names) }}
            components={{ names: <Names names={names} /> }}
          />
        </p>
      )}
      <Button variant="primary" onPress={onClose}>
        {t(awake ? 'awake.goOn' : 'missing.back')}
      </Button>
      <Button onPress={onEndAnyway}>{t(awake ? 'awake.finish' : 'missing.anyway')}</Button>
    </Sheet>
  );
};
