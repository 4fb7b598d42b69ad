import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportKind, NotPutBack, PastImport } from '../../../../core/roster/import-view.ts';
import { type Undone, undoImport } from '../../../device/manage/imports.ts';
import { Button } from '../../../ui/button.tsx';
import { Name } from '../../../ui/name.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useManager } from '../manager.ts';
import style from './imports.module.css';

interface UndoSheetProps {
  kind: ImportKind;
  past: PastImport | null;
  onClose: (wasPutBack: boolean) => void;
}

/** Asks whether an import is to be put back, and says what could not be. */
export const UndoSheet = ({ kind, past, onClose }: UndoSheetProps) => {
  const { t } = useTranslation('imports');
  const { ask } = useManager();
  const [id] = useState(() => crypto.randomUUID());
  const [isBusy, setIsBusy] = useState(false);
  const [done, setDone] = useState<Undone | null>(null);
  const [problem, setProblem] = useState<NotPutBack | 'failed' | null>(null);
  const undo = async () => {
    if (past === null || isBusy) return;
    setIsBusy(true);
    setProblem(null);
    const answer = await undoImport(ask, kind, { id, import: past.id }).catch(() => null);
    setIsBusy(false);
    if (answer === null) setProblem('failed');
    else if (answer.ok) setDone(answer.value);
    else setProblem(answer.problem);
  };
  return (
    <Sheet
      title={t(done === null ? 'undo.title' : 'past.undone')}
      isOpen={past !== null}
      onClose={() => onClose(done !== null)}
      {...(done === null ? {} : { close: t('undo.close') })}
    >
      {done === null ? (
        <>
          <p>{t(kind === 'people' ? 'undo.what' : 'undo.whatSchedule')}</p>
          {problem !== null && (
            <Notice urgent happened={problem === 'failed' ? t('failed') : t(`undo.not.${problem}`)} />
          )}
          <Button variant="primary" isDisabled={isBusy} onPress={undo}>
            {t('undo.do')}
          </Button>
        </>
      ) : (
        <>
          <p role="status">{t('undo.done', { count: done.putBack })}</p>
          {done.kept.length > 0 && <p>{t('undo.kept', { count: done.kept.length })}</p>}
          <ul className={style.kept}>
            {done.kept.slice(0, 200).map(({ name, why }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
              <li key={index}>
                {name !== '' && <Name>{name.replace(/^“|”$/gu, '')}</Name>}{' '}
                <span>{t(`undo.why.${why}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Sheet>
  );
};
