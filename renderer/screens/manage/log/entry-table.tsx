import { useTranslation } from 'react-i18next';
import type { LogPage } from '../../../../core/log/reading.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import leads from '../parts/leads.module.css';
import { ActorWords } from './actor-words.tsx';
import style from './record.module.css';
import { Sentence } from './sentence.tsx';
import { useWallTime } from './wall-time.ts';

interface EntryTableProps {
  page: LogPage;
  onEntry: (seq: number) => void;
}

/** Entries of the log, a row each; the number leads to the whole entry and its proof. */
export const EntryTable = ({ page, onEntry }: EntryTableProps) => {
  const { t } = useTranslation('log');
  const { number } = useLanguage();
  const { momentWithSeconds } = useWallTime();
  return (
    <div className={style.room}>
      <table className={`${style.table} ${leads.rows}`} aria-labelledby="entries">
        <thead>
          <tr>
            <th scope="col">{t('browse.number')}</th>
            <th scope="col">{t('browse.when')}</th>
            <th scope="col">{t('browse.happened')}</th>
            <th scope="col">{t('browse.by')}</th>
          </tr>
        </thead>
        <tbody>
          {page.entries.map(({ seq, at, happened, by }) => (
            <tr key={seq}>
              <th scope="row">
                <Button
                  variant="plain"
                  className={leads.link}
                  aria-label={t('entry.title', { n: number(seq) })}
                  onPress={() => onEntry(seq)}
                >
                  {number(seq)}
                </Button>
              </th>
              <td className={style.number}>{momentWithSeconds(at)}</td>
              <td>
                {happened === null ? t('entry.unreadable') : <Sentence happened={happened} known={page} />}
              </td>
              <td className={style.quiet}>{by !== null && <ActorWords actor={by} known={page} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
