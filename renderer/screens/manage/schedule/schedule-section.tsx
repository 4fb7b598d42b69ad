import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScheduledSession } from '../../../../core/schedule-view.ts';
import { askDay } from '../../../device/manage/schedule.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Importing } from '../imports/importing.tsx';
import imports from '../imports/imports.module.css';
import { useAsked } from '../manager.ts';
import { DayInput } from '../parts/day-input.tsx';
import { DayTable, daysAfter } from './day-table.tsx';
import style from './schedule.module.css';
import { SessionSheet } from './session-sheet.tsx';
import { Week } from './week.tsx';

/** What is to be held, day by day, and what was; changed by hand or by a file. `preset` may name a day. */
export const ScheduleSection = ({ preset }: { preset: Readonly<Record<string, string>> }) => {
  const { t } = useTranslation('schedule');
  const { t: of } = useTranslation('imports');
  const [day, setDay] = useState<string | null>(preset.day ?? null);
  const [isImporting, setIsImporting] = useState(false);
  const [editing, setEditing] = useState<ScheduledSession | 'new' | null>(null);
  const asked = useAsked(`schedule ${day}`, (ask) => askDay(ask, day));
  const { value } = asked;
  if (isImporting)
    return (
      <div className={imports.page}>
        <div className={imports.way}>
          <Button
            variant="plain"
            onPress={() => {
              setIsImporting(false);
              asked.again();
            }}
          >
            {t('toDays')}
          </Button>
        </div>
        <h1 tabIndex={-1}>{t('import')}</h1>
        <p className={imports.what}>{of('whatSchedule')}</p>
        <Importing kind="schedule" />
      </div>
    );
  return (
    <div className={style.page} aria-busy={asked.is === 'loading' || asked.is === 'again'}>
      <header className={style.head}>
        <h1 tabIndex={-1}>{t('title')}</h1>
        {value !== null && (
          <div className={style.bar}>
            <Button onPress={() => setIsImporting(true)}>{t('import')}</Button>
            <Button onPress={() => setEditing('new')} isDisabled={value.places.length === 0}>
              {t('add')}
            </Button>
          </div>
        )}
      </header>
      {asked.is === 'failed' && (
        <Notice urgent happened={t('failed')}>
          <Button onPress={asked.again}>{t('again')}</Button>
        </Notice>
      )}
      {asked.is === 'loading' && <p role="status">{t('loading')}</p>}
      {value !== null && (
        <>
          <div className={style.bar}>
            <Button onPress={() => setDay(daysAfter(value.day, -1))}>{t('dayBefore')}</Button>
            <DayInput
              label={t('day')}
              value={value.day}
              onChange={(wanted) => {
                if (/^\d{4}-\d{2}-\d{2}$/u.test(wanted)) setDay(wanted);
              }}
              problem={null}
            />
            <Button onPress={() => setDay(daysAfter(value.day, 1))}>{t('dayAfter')}</Button>
            <Button onPress={() => setDay(null)}>{t('today')}</Button>
          </div>
          <Week days={value.week} shown={value.day} onDay={setDay} />
          <DayTable day={value} onEdit={setEditing} onChanged={asked.again} />
          <SessionSheet
            key={editing === null || editing === 'new' ? String(editing) : editing.id}
            editing={editing}
            day={value}
            onClose={(changed) => {
              setEditing(null);
              if (changed) asked.again();
            }}
          />
        </>
      )}
    </div>
  );
};
