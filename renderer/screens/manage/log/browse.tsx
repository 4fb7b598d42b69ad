import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogPage, LogWanted } from '../../../../core/log/reading.ts';
import { askEntries } from '../../../device/manage/log.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useAsked } from '../manager.ts';
import { BrowseFilter, isWrong } from './browse-filter.tsx';
import { EntryTable } from './entry-table.tsx';
import style from './record.module.css';

interface BrowseProps {
  first: LogWanted;
  onEntry: (seq: number) => void;
}

/** The entries of the log in pages, the newest first, narrowed to what is looked for. */
export const Browse = ({ first, onEntry }: BrowseProps) => {
  const { t } = useTranslation('log');
  const [wanted, setWanted] = useState(first);
  /** Where each page begins that was looked at: the last is shown. */
  const [pages, setPages] = useState<(number | null)[]>([null]);
  const below = pages.at(-1) ?? null;
  const isPossible = !isWrong(wanted);
  const asked = useAsked(JSON.stringify([isPossible ? wanted : null, below]), async (ask) =>
    isPossible ? askEntries(ask, wanted, below) : null,
  );
  const look = (next: LogWanted) => {
    setWanted(next);
    setPages([null]);
  };
  return (
    <section className={style.part} aria-labelledby="entries">
      <h2 id="entries">{t('browse.title')}</h2>
      <p className={style.quiet}>{t('browse.logged')}</p>
      <BrowseFilter wanted={wanted} onChange={look} />
      {asked.is === 'failed' && (
        <Notice urgent happened={t('failed')}>
          <Button onPress={asked.again}>{t('again')}</Button>
        </Notice>
      )}
      {asked.is === 'loading' && <p role="status">{t('loading')}</p>}
      {asked.value !== null && isPossible && (
        <Found
          page={asked.value}
          isFirst={pages.length === 1}
          onEntry={onEntry}
          onNewer={() => setPages((past) => past.slice(0, -1))}
          onOlder={(next) => setPages((past) => [...past, next])}
        />
      )}
    </section>
  );
};

interface FoundProps {
  page: LogPage;
  isFirst: boolean;
  onEntry: (seq: number) => void;
  onNewer: () => void;
  onOlder: (below: number) => void;
}

/** Entries on a page, as the device gives them. */
const full = 50;

const Found = ({ page, isFirst, onEntry, onNewer, onOlder }: FoundProps) => {
  const { t } = useTranslation('log');
  const { number } = useLanguage();
  const { entries, next } = page;
  const isShort = next !== null && entries.length < full;
  return (
    <>
      {entries.length > 0 && <EntryTable page={page} onEntry={onEntry} />}
      <p role="status" className={style.quiet}>
        {entries.length === 0 && next === null && t('browse.none')}
        {entries.length === 0 && next !== null && t('browse.noneYet', { n: number(next) })}
        {entries.length > 0 && isShort && t('browse.short', { n: number(next) })}
      </p>
      <div className={style.foot}>
        <Button isDisabled={isFirst} onPress={onNewer}>
          {t('browse.newer')}
        </Button>
        <Button isDisabled={next === null} onPress={() => next !== null && onOlder(next)}>
          {isShort ? t('browse.further') : t('browse.older')}
        </Button>
      </div>
    </>
  );
};
