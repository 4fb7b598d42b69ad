import { Trans, useTranslation } from 'react-i18next';
import type { Verdict } from '../../../core/session/commands.ts';
import { reasons } from '../../../core/session/words.ts';
import { Button } from '../../ui/button.tsx';
import { Name } from '../../ui/name.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import style from './not-here-sheet.module.css';

interface NotHereSheetProps {
  name: string;
  isOpen: boolean;
  onClose: () => void;
  onRecord: (verdict: Verdict) => void;
}

/** Why somebody is not introduced: they are away, or here but it does not fit now. Always with a coded reason. */
export const NotHereSheet = ({ name, isOpen, onClose, onRecord }: NotHereSheetProps) => {
  const { t } = useTranslation(['patient', 'common']);
  const title = <Trans t={t} i18nKey="notHereTitle" values={{ name }} components={{ name: <Name /> }} />;
  return (
    <Sheet title={title} isOpen={isOpen} onClose={onClose}>
      <div className={style.reasons}>
        {reasons.absent.map((reason) => (
          <Button key={reason} onPress={() => onRecord({ status: 'absent', method: null, reason })}>
            {t(`common:reason.${reason}`)}
          </Button>
        ))}
      </div>
      <h3 className={style.other}>{t('notIntroduced')}</h3>
      <div className={style.reasons}>
        {reasons.skipped.map((reason) => (
          <Button key={reason} onPress={() => onRecord({ status: 'skipped', method: null, reason })}>
            {t(`common:reason.${reason}`)}
          </Button>
        ))}
      </div>
    </Sheet>
  );
};
