import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoSession, SessionRead } from '../../../../core/timeline/found.ts';
import { askSession } from '../../../device/manage/sessions.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { EntrySheet } from '../log/entry-sheet.tsx';
import style from '../log/record.module.css';
import { useWallTime } from '../log/wall-time.ts';
import { useAsked, useManager } from '../manager.ts';
import { SessionFacts } from './session-facts.tsx';
import own from './sessions.module.css';
import { Timeline } from './timeline.tsx';
import { WhoTable } from './who-table.tsx';

interface SessionPageProps {
  id: string;
  onBack: () => void;
}

/** What was pressed to come here is gone: reading goes on at the top. */
const takeFocus = (heading: HTMLHeadingElement | null): void => heading?.focus();

/** One session: when and where, who was introduced, and everything that happened, entry by entry. */
export const SessionPage = ({ id, onBack }: SessionPageProps) => {
  const { t } = useTranslation('sessions');
  const asked = useAsked(id, (ask) => askSession(ask, id));
  const back = (
    <div className={style.foot}>
      <Button onPress={onBack}>{t('back')}</Button>
    </div>
  );
  const { value } = asked;
  if (value === null || 'problem' in value)
    return (
      <div className={style.section}>
        <h1 ref={takeFocus} tabIndex={-1}>
          {t('column.session')}
        </h1>
        {back}
        {value !== null && <Gone problem={value} />}
        {asked.is === 'loading' && <p role="status">{t('loading')}</p>}
        {asked.is === 'failed' && (
          <Notice urgent happened={t('failed')}>
            <Button onPress={asked.again}>{t('again')}</Button>
          </Notice>
        )}
      </div>
    );
  return <Content read={value} back={back} />;
};

const Gone = ({ problem: { problem, purged } }: { problem: NoSession }) => {
  const { t } = useTranslation('sessions');
  const { day } = useWallTime();
  if (problem === 'no-such-session') return <Notice happened={t('no-such-session')} />;
  return (
    <Notice happened={t('gone')} todo={purged === null ? '' : t('goneWhy', { day: day(purged.before) })} />
  );
};

const Content = ({ read, back }: { read: SessionRead; back: ReactNode }) => {
  const { t } = useTranslation(['sessions', 'start']);
  const { go, may } = useManager();
  const [entry, setEntry] = useState<number | null>(null);
  const { id, session, place } = read;
  const kind = session === null ? t('sessions:column.session') : t(`start:kind.${session.kind}`);
  return (
    <div className={style.section}>
      <h1 ref={takeFocus} tabIndex={-1}>
        {kind} · <bdi>{place ?? t('sessions:unknownPlace')}</bdi>
      </h1>
      <div className={style.head}>
        {back}
        <div className={own.actions}>
          {may('bundle-export') && (
            <Button onPress={() => go('exports', { session: id })}>{t('sessions:export')}</Button>
          )}
          {may('log-read') && (
            <Button onPress={() => go('log', { session: id })}>{t('sessions:inLog')}</Button>
          )}
        </div>
      </div>
      <SessionFacts read={read} />
      {session !== null && session.rounds.length > 0 && <WhoTable read={read} session={session} />}
      <Timeline read={read} onEntry={may('log-read') ? setEntry : null} />
      <EntrySheet seq={entry} onClose={() => setEntry(null)} />
    </div>
  );
};
