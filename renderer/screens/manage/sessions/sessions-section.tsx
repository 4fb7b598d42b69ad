import { type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../../core/view.ts';
import { Segments } from '../../../ui/segments.tsx';
import style from '../log/record.module.css';
import type { SectionProps } from '../section.ts';
import { Filters } from './filters.tsx';
import { HeldList } from './held-list.tsx';
import { NotHeldList } from './not-held-list.tsx';
import { SessionPage } from './session-page.tsx';
import { areWrong, lists, wantedFrom } from './wanted.ts';

/**
 * Sessions, found by what is known of them, and one of them with everything that happened in it. `preset` may name a
 * session, or what is looked for: from, to, unit, place, kind, urgency, mark, list. Behind a session the list stays as it
 * was, with its page.
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
    heading.current?.focus();
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
  const [{ sought, list }, setWanted] = useState(() => wantedFrom(preset));
  const [person, setPerson] = useState<PersonCard | null>(null);
  const options = lists.map((value) => ({ value, label: t(`list.${value}`) }));
  const key = JSON.stringify([list, sought]);
  return (
    <div className={style.section}>
      <h1 ref={heading} tabIndex={-1}>
        {t('title')}
      </h1>
      <div className={style.start}>
        <Segments
          label={t('list.label')}
          options={options}
          value={list}
          onChange={(next) => setWanted({ sought, list: next })}
        />
      </div>
      <Filters
        {...{ sought, list, person }}
        onChange={(next, whose) => {
          setWanted({ sought: next, list });
          setPerson(whose);
        }}
      />
      {!areWrong(sought) &&
        (list === 'held' ? (
          <HeldList key={key} sought={sought} onSession={onSession} />
        ) : (
          <NotHeldList key={key} sought={sought} onSession={onSession} />
        ))}
    </div>
  );
};
