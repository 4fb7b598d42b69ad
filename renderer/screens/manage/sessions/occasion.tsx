import { useTranslation } from 'react-i18next';
import type { NotHeld } from '../../../../core/timeline/found.ts';
import style from '../log/record.module.css';

/** Where something was or was to be, in a cell of its row. */
export const Where = ({ place, unit }: Pick<NotHeld, 'place' | 'unit'>) => {
  const { t } = useTranslation('sessions');
  return (
    <td>
      <span className={style.lines}>
        <span>
          <bdi>{place ?? t('unknownPlace')}</bdi>
        </span>
        {unit !== null && (
          <span className={style.quiet}>
            <bdi>{unit}</bdi>
          </span>
        )}
      </span>
    </td>
  );
};
