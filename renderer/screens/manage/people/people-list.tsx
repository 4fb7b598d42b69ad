import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { type ListFilter, listFilters, type PeoplePage } from '../../../../core/people/view.ts';
import { askList, listIn } from '../../../device/manage/people.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { useAsked } from '../manager.ts';
import { NotAnswered } from '../parts/not-answered.tsx';
import { Pick } from '../parts/pick.tsx';
import style from './people.module.css';
import type { Shown } from './people-section.tsx';
import { PeopleTable } from './people-table.tsx';

export interface ListState {
  q: string;
  filter: ListFilter;
  from: number;
}

interface PeopleListProps {
  list: ListState;
  onList: (list: ListState) => void;
  onShow: (shown: Shown) => void;
  onAdd: () => void;
  onChanges: () => void;
}

/** What somebody should see to, where there is any of it. */
const toLookAfter = ['doubles', 'photo-old', 'photo-soon', 'no-photo', 'no-badge'] as const;

/** Everybody, by name: found by typing, narrowed by what is to be looked after, a page at a time. */
export const PeopleList = ({ list, onList, onShow, onAdd, onChanges }: PeopleListProps) => {
  const { t } = useTranslation(['people', 'manage']);
  const { conventions, number } = useLanguage();
  const typed = useDeferredValue(list.q);
  const wanted = { ...list, q: typed.slice(0, 200), language: conventions };
  const { is, lacksPin, value, again } = useAsked(JSON.stringify(wanted), async (ask) =>
    listIn(await ask(askList(wanted))),
  );
  const choose = (filter: ListFilter) => onList({ ...list, filter, from: 0 });
  return (
    <div className={style.page} aria-busy={is === 'loading' || is === 'again'}>
      <header className={style.head}>
        <h1>{t('manage:sections.people')}</h1>
        <div className={style.actions}>
          <Button onPress={onChanges}>{t('lastChanges')}</Button>
          <Button onPress={onAdd}>{t('add')}</Button>
        </div>
      </header>
      <search className={style.search}>
        <TextInput
          label={t('find')}
          value={list.q}
          maxLength={200}
          onChange={(q) => onList({ ...list, q, from: 0 })}
          className={style.find}
        />
        <Pick
          label={t('show')}
          value={list.filter}
          options={listFilters.map((filter) => ({
            ...{ value: filter, label: t(`filter.${filter}`) },
            ...(value === null ? {} : { hint: number(value.counts[filter]) }),
          }))}
          isMarked={list.filter !== 'everybody'}
          onChange={choose}
        />
      </search>
      {value !== null && (
        <LookAfter
          page={value}
          chosen={list.filter}
          onShow={onShow}
          onChoose={(filter) => onList({ q: '', filter, from: 0 })}
        />
      )}
      <NotAnswered asked={{ is, lacksPin, again }} happened={t('failed')} />
      {value === null && is !== 'failed' && <p role="status">{t('loading')}</p>}
      {value !== null && value.total === 0 && (
        <div className={style.empty} role="status">
          <p>{t(list.q.trim() === '' ? 'nobody' : 'nobodyFound')}</p>
          {(list.q !== '' || list.filter !== 'everybody') && (
            <Button onPress={() => onList({ q: '', filter: 'everybody', from: 0 })}>{t('showAll')}</Button>
          )}
        </div>
      )}
      {value !== null && value.total > 0 && (
        <>
          <PeopleTable people={value.people} onPerson={(id) => onShow({ is: 'person', id })} />
          <Pages page={value} onFrom={(from) => onList({ ...list, from })} />
        </>
      )}
    </div>
  );
};

interface LookAfterProps {
  page: PeoplePage;
  chosen: ListFilter;
  onShow: (shown: Shown) => void;
  onChoose: (filter: ListFilter) => void;
}

const LookAfter = ({ page, chosen, onShow, onChoose }: LookAfterProps) => {
  const { t } = useTranslation('people');
  const { number } = useLanguage();
  const some = toLookAfter.filter((filter) => page.counts[filter] > 0);
  if (some.length === 0) return null;
  return (
    <nav aria-label={t('lookAfter')}>
      <ul className={style.lookAfter}>
        {some.map((filter) => (
          <li key={filter}>
            <Button
              className={style.matter}
              {...(filter === chosen ? { 'aria-current': 'true' as const } : {})}
              onPress={() => (filter === 'doubles' ? onShow({ is: 'suspects' }) : onChoose(filter))}
            >
              <strong>{number(page.counts[filter])}</strong>
              <span>{t(`filter.${filter}`)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** As the device has it. */
const pageSize = 50;

const Pages = ({ page, onFrom }: { page: PeoplePage; onFrom: (from: number) => void }) => {
  const { t } = useTranslation('people');
  const { from, total, people } = page;
  const last = from + people.length;
  return (
    <div className={style.pages}>
      <p role="status">{t('page', { from: from + 1, to: last, total })}</p>
      {total > people.length && (
        <div className={style.actions}>
          <Button isDisabled={from === 0} onPress={() => onFrom(Math.max(0, from - pageSize))}>
            {t('before')}
          </Button>
          <Button isDisabled={last >= total} onPress={() => onFrom(last)}>
            {t('next')}
          </Button>
        </div>
      )}
    </div>
  );
};
