import { useTranslation } from 'react-i18next';
import type { ImportKind } from '../../../../core/roster/import-view.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ChooseFiles } from './choose-files.tsx';
import { DoneNotice } from './done-notice.tsx';
import style from './imports.module.css';
import { Past } from './past.tsx';
import { Preview } from './preview.tsx';
import { useImport } from './use-import.ts';

/** How a file comes in: choose it, look at what would change, decide, bring it in; and what came in before. */
export const Importing = ({ kind }: { kind: ImportKind }) => {
  const { t } = useTranslation('imports');
  const doing = useImport(kind);
  const { preview, trouble, busy, done } = doing;
  return (
    <>
      {done !== null && <DoneNotice done={done} kind={kind} />}
      <ChooseFiles kind={kind} doing={doing} />
      {preview === null && busy === null && (
        <div className={style.quiet}>
          <p>{t(`wants.${kind}`)}</p>
          <p>{t('kinds')}</p>
        </div>
      )}
      {busy !== null && (
        <p role="status" className={style.busy}>
          {busy}
        </p>
      )}
      {trouble !== null && <Notice urgent happened={trouble} />}
      {preview !== null && <Preview key={doing.draft} kind={kind} doing={doing} preview={preview} />}
      {preview === null && (
        <Past
          key={done?.import ?? 'first'}
          kind={kind}
          onPutBack={(id) => {
            if (id === done?.import) doing.putBack();
          }}
        />
      )}
    </>
  );
};
