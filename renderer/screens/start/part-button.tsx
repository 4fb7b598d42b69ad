import { useTranslation } from 'react-i18next';
import type { Part } from '../../../core/session/words.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import style from './part-button.module.css';
import { PartMark } from './part-mark.tsx';

interface PartButtonProps {
  name: string;
  part: Part | null;
  onPress: () => void;
}

/** Whether somebody comes, goes or stays on; one touch says the next of the three. */
export const PartButton = ({ name, part, onPress }: PartButtonProps) => {
  const { t } = useTranslation('start');
  const said = part ?? 'staying';
  return (
    <div className={style.part} data-part={said}>
      <Button className={classes(style.button)} onPress={onPress}>
        <span className="only-heard">
          <bdi>{name}</bdi>:{' '}
        </span>
        <PartMark part={part} />
        <span className={style.word}>{t(`part.${said}`)}</span>
        <span className="only-heard">. {t('part.change')}</span>
      </Button>
    </div>
  );
};
