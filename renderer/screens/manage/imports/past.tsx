import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportKind, PastImport } from '../../../../core/roster/import-view.ts';
import { askPast } from '../../../device/manage/imports.ts';
import { Button } from '../../../ui/button.tsx';
import { Name } from '../../../ui/name.tsx';
import { useWallTime } from '../log/wall-time.ts';
import { useAsked } from '../manager.ts';
import { NotAnswered } from '../parts/not-answered.tsx';
import style from './imports.module.css';
import { UndoSheet } from './undo-sheet.tsx';
import { useCounts } from './use-counts.ts';

interface PastProps {
  kind: ImportKind;
  onPutBack: (id: string) => void;
}

/** What came in before, the newest first; what is not too long ago can be put back. */
export const Past = ({ kind, onPutBack }: PastProps) => {
  const { t } = useTranslation('imports');
  const { moment } = useWallTime();
  const said = useCounts();
  const [undoing, setUndoing] = useState<PastImport | null>(null);
  const { is, lacksPin, value, again } = useAsked(`past ${kind}`, (ask) => askPast(ask, kind));
  return (
    <section className={style.past} aria-labelledby="past">
      <h2 id="past">{t('past.title')}</h2>
      <NotAnswered asked={{ is, lacksPin, again }} happened={t('failed')} />
      {is === 'loading' && <p role="status">{t('looking')}</p>}
      {value?.length === 0 && <p>{t('past.none')}</p>}
      {value !== null && value.length > 0 && (
        <table className={style.table} aria-label={t('past.title')}>
          <thead>
            <tr>
              <th scope="col">{t('past.when')}</th>
              <th scope="col">{t('past.files')}</th>
              <th scope="col">{t('column.what')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {value.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  {moment(one.at)}
                  <br />
                  <span className={style.quiet}>
                    {one.by === null ? t('past.commandLine') : <Name>{one.by}</Name>}
                  </span>
                </th>
                <td className={style.files}>
                  <bdi>{one.files.join(', ')}</bdi>
                </td>
                <td>{said(one.counts).join(' · ')}</td>
                <td>
                  {one.undoneAt !== null && t('past.undone')}
                  {one.canUndo && <Button onPress={() => setUndoing(one)}>{t('past.undo')}</Button>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <UndoSheet
        key={undoing?.id ?? 'none'}
        kind={kind}
        past={undoing}
        onClose={(wasPutBack) => {
          setUndoing(null);
          if (!wasPutBack) return;
          again();
          if (undoing !== null) onPutBack(undoing.id);
        }}
      />
    </section>
  );
};
