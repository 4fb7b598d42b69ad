import { useTranslation } from 'react-i18next';
import type { Refused } from '../../../../core/roster/import-view.ts';
import { Notice } from '../../../ui/notice.tsx';
import style from './imports.module.css';
import { Said } from './said.tsx';

/** Why a file cannot be read, and what to do; where it can be answered here, the answer stands below. */
export const RefusedNotice = ({ refused: { what, whatToDo, ask } }: { refused: Refused }) => {
  const { t } = useTranslation('imports');
  return (
    <Notice urgent happened={t('refused')}>
      <div className={style.why}>
        <Said>{ask === null ? `${what} ${whatToDo}` : what}</Said>
      </div>
    </Notice>
  );
};
