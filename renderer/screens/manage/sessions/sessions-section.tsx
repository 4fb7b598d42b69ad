import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Segments } from '../../../ui/segments.tsx';
import style from '../log/record.module.css';
import { useManager } from '../manager.ts';
import type { SectionProps } from '../section.ts';
import { Filters } from './filters.tsx';
import { HeldList, rowOf } from './held-list.tsx';
import { NotHeldList } from './not-held-list.tsx';
import { SessionPage } from './session-page.tsx';
import { areWrong, isNarrowed, keep, keptOf, lists, wantedFrom } from './wanted.ts';

/**
 * Sessions, found by what is known of them, and one of them with everything that happened in it. `preset` may name a
 * session, or what is looked for: from, to, unit, place, kind, urgency, mark, reason, list; `back` which section leads
 * here, `except` what of it sessions cannot be looked for by. Behind a session the list stays as it was, with its page;
 * what was looked for stays while somebody is signed in.
 */
export const SessionsSection = ({ preset }: SectionProps) => {
  const [session, setSession] = useState<string | null>(preset.session ?? null);
  const [isListed, setListed] = useState(session === null);
  const heading = useRef<HTMLHeadingElement>(null);
  const back = () => {
    flushSync(() => {
      setListed(true);
      setSession(null);
    });
    // Where they were: at the row that they came from, if there is one.
    const row = session === null ? null : rowOf(session);
    row?.scrollIntoView({ block: 'center' });
    (row ?? heading.current)?.focus();
  };
  return (
    <>
      {isListed && (
        <div hidden={session !== null}>
          <Lists preset={preset} heading={heading} onSession={setSession} />
        </div>
      )}
      {session !== null && <SessionPage id={session} onBack={back} />}
    </>
  );
};

interface ListsProps extends SectionProps {
  heading: RefObject<HTMLHeadingElement | null>;
  onSession: (id: string) => void;
}

const Lists = ({ preset, heading, onSession }: ListsProps) => {
  const { t } = useTranslation('sessions');
  const { person: whose, go } = useManager();
  const isAsked = Object.keys(preset).some((name) => name !== 'session');
  const [wanted, setWanted] = useState(() => (isAsked ? undefined : keptOf(whose)) ?? wantedFrom(preset));
  useEffect(() => keep(whose, wanted), [whose, wanted]);
  const { sought, list, person } = wanted;
  const options = lists.map((value) => ({ value, label: t(`list.${value}`) }));
  const key = JSON.stringify([list, sought]);
  return (
    <div className={style.section}>
      <h1 ref={heading} tabIndex={-1}>
        {t('title')}
      </h1>
      {preset.back === 'figures' && (
        <div className={style.foot}>
          <Button onPress={() => go('figures')}>{t('toFigures')}</Button>
        </div>
      )}
      <div className={style.start}>
        <Segments
          label={t('list.label')}
          options={options}
          value={list}
          onChange={(next) => setWanted({ ...wanted, list: next })}
        />
      </div>
      <Filters
        {...{ sought, list, person }}
        onChange={(next, found) => setWanted({ sought: next, list, person: found })}
      />
      {preset.except !== undefined && isNarrowed(sought) && <p className={style.quiet}>{t('ofAll')}</p>}
      {!areWrong(sought) &&
        (list === 'held' ? (
          <HeldList key={key} sought={sought} onSession={onSession} />
        ) : (
          <NotHeldList key={key} sought={sought} onSession={onSession} />
        ))}
    </div>
  );
};
