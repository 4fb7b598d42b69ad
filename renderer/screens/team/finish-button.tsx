import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import style from './finish-button.module.css';

interface FinishButtonProps {
  awake: boolean;
  /** How many were heard, and how many are still to speak. */
  spoken: number;
  left: number;
  onPress: () => void;
}

/** Ends the round, and says how far it is; once everybody has spoken it is what is to be done. */
export const FinishButton = ({ awake, spoken, left, onPress }: FinishButtonProps) => {
  const { t } = useTranslation('team');
  const { number } = useLanguage();
  const count = { done: number(spoken), all: number(spoken + left) };
  return (
    <Button variant={left === 0 ? 'primary' : 'quiet'} className={classes(style.finish)} onPress={onPress}>
      {left === 0 ? (
        t(awake ? 'awake.everyone' : 'everyone')
      ) : (
        <span>
          {t(awake ? 'awake.finish' : 'finish')}
          <span className={style.count}>{t(awake ? 'awake.count' : 'spoken', count)}</span>
        </span>
      )}
    </Button>
  );
};
