import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '../../../../core/timeline/found.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import style from '../log/record.module.css';
import { useWallTime } from '../log/wall-time.ts';
import { type Ask, useAsked } from '../manager.ts';

interface PagedProps<Item> {
  question: (ask: Ask, after: string | null) => Promise<Page<Item>>;
  /** What is said where there is nothing, and what to do. */
  none: string;
  noneTodo?: string;
  /** The first day that is looked at, YYYY-MM-DD; empty for all there is. */
  from: string;
  children: (items: Item[]) => ReactNode;
}

/** Items on a page, as the device gives them. */
const perPage = 25;

/** A list that comes in pages, the newest first, with how many there are on all. */
export const Paged = <Item,>({ question, none, noneTodo, from, children }: PagedProps<Item>) => {
  const { t } = useTranslation('sessions');
  const { number } = useLanguage();
  const { day } = useWallTime();
  /** Where each page begins that was looked at: the last is shown. */
  const [pages, setPages] = useState<(string | null)[]>([null]);
  const asked = useAsked(String(pages.length), async (ask) => question(ask, pages.at(-1) ?? null));
  if (asked.is === 'failed')
    return (
      <Notice urgent happened={t('failed')}>
        <Button onPress={asked.again}>{t('again')}</Button>
      </Notice>
    );
  if (asked.value === null) return <p role="status">{t('loading')}</p>;
  const { items, total, next, purged } = asked.value;
  const first = (pages.length - 1) * perPage;
  const shown = { from: number(first + 1), to: number(first + items.length) };
  return (
    <>
      <p role="status">
        <strong>{t('found', { count: total })}</strong>
        {total > items.length && ` · ${t('shown', shown)}`}
      </p>
      {purged !== null && (from === '' || from < purged.before) && (
        <p className={style.quiet}>{t('purged', { day: day(purged.before) })}</p>
      )}
      {items.length === 0 ? <p>{[none, noneTodo].join(' ').trim()}</p> : children(items)}
      {(next !== null || pages.length > 1) && (
        <div className={style.foot}>
          <Button isDisabled={pages.length === 1} onPress={() => setPages((past) => past.slice(0, -1))}>
            {t('newer')}
          </Button>
          <Button isDisabled={next === null} onPress={() => setPages((past) => [...past, next])}>
            {t('older')}
          </Button>
        </div>
      )}
    </>
  );
};
