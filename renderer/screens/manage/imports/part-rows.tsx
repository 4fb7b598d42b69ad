import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportKind, PreviewPart, PreviewRow } from '../../../../core/roster/import-view.ts';
import { askRows, pageSize } from '../../../device/manage/imports.ts';
import { Button } from '../../../ui/button.tsx';
import { Name } from '../../../ui/name.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useAsked } from '../manager.ts';
import { Changes } from './changes.tsx';
import { Decide } from './decide.tsx';
import style from './imports.module.css';
import { Said } from './said.tsx';
import type { Doing } from './use-import.ts';

interface PartRowsProps {
  kind: ImportKind;
  doing: Doing;
  plan: string;
  part: PreviewPart;
}

const withDecision: ReadonlySet<PreviewPart> = new Set(['conflicts', 'missing', 'retired']);

/** The rows of a part, page by page; the kiosk has them all. */
export const PartRows = ({ kind, doing, plan, part }: PartRowsProps) => {
  const { t } = useTranslation('imports');
  const [from, setFrom] = useState(0);
  const { draft } = doing;
  const { is, value, again } = useAsked(`${plan} ${part} ${from}`, (ask) =>
    askRows(ask, kind, { draft, plan, part, from }),
  );
  const hasOpen = part === 'conflicts' && value?.rows.some(({ decided }) => decided === null);
  return (
    <div className={style.rows}>
      <p className={style.what}>{t(`partWhat.${part}`)}</p>
      {is === 'failed' && (
        <Notice urgent happened={t('failed')}>
          <Button onPress={again}>{t('again')}</Button>
        </Notice>
      )}
      {is === 'loading' && <p role="status">{t('looking')}</p>}
      {value !== null && value.rows.length > 0 && (
        <Rows rows={value.rows} part={part} doing={doing} label={t(`parts.${part}`)} />
      )}
      {hasOpen && (
        <Button className={style.leaveOut} isDisabled={doing.busy !== null} onPress={doing.leaveOpenOut}>
          {t('leaveAllOut')}
        </Button>
      )}
      {value !== null && value.total > pageSize && (
        <div className={style.pages}>
          <Button isDisabled={from === 0} onPress={() => setFrom(Math.max(0, from - pageSize))}>
            {t('before')}
          </Button>
          <span role="status">
            {t('page', { from: from + 1, to: Math.min(from + pageSize, value.total), total: value.total })}
          </span>
          <Button isDisabled={from + pageSize >= value.total} onPress={() => setFrom(from + pageSize)}>
            {t('after')}
          </Button>
        </div>
      )}
    </div>
  );
};

interface RowsProps {
  rows: readonly PreviewRow[];
  part: PreviewPart;
  doing: Doing;
  label: string;
}

const Rows = ({ rows, part, doing, label }: RowsProps) => {
  const { t } = useTranslation('imports');
  const decides = withDecision.has(part);
  const hasPlaces = rows.some(({ line }) => line !== null);
  const hasNames = rows.some(({ name }) => name !== '');
  return (
    <div className={style.scroll}>
      <table className={style.table} aria-label={label}>
        <thead>
          <tr>
            {hasPlaces && <th scope="col">{t('column.where')}</th>}
            {hasNames && <th scope="col">{t('column.who')}</th>}
            <th scope="col">{t('column.what')}</th>
            {decides && <th scope="col">{t('column.decide')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // Two things may be said of one row.
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is never sorted or changed in place.
            <tr key={`${row.row} ${index}`}>
              {hasPlaces && (
                <td className={style.place}>
                  <Where row={row} />
                </td>
              )}
              {hasNames && (
                <th scope="row" className={style.named}>
                  <Name>{row.name.replace(/^“|”$/gu, '')}</Name>
                </th>
              )}
              <td>
                {row.what !== null && (
                  <Said>
                    {row.canRename || row.whatToDo === null ? row.what : `${row.what} ${row.whatToDo}`}
                  </Said>
                )}
                {row.canRename && row.decided === null && <p>{t('renamedTodo')}</p>}
                <Changes row={row} part={part} />
              </td>
              {decides && (
                <td className={style.decide}>
                  <Decide row={row} part={part} doing={doing} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Where = ({ row: { line, file, inEntries } }: { row: PreviewRow }) => {
  const { t } = useTranslation('imports');
  if (line === null) return null;
  if (file === null) return t(inEntries ? 'entry' : 'line', { line });
  return t(inEntries ? 'entryOf' : 'lineOf', { line, file: `\u2068${file}\u2069` });
};
