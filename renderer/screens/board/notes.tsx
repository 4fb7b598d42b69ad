import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { NextSteps } from '../../../core/session/next-steps.ts';
import type { Session } from '../../../core/session/state.ts';
import type { Interpreter } from '../../../core/session/words.ts';
import type { Choices, PersonCard } from '../../../core/view.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { directionOf, ownName } from '../../i18n/languages.ts';
import { Button } from '../../ui/button.tsx';
import { Hint } from '../../ui/hint.tsx';
import { Names } from '../../ui/names.tsx';
import { interpreting } from './interpreting.ts';
import { memberOf } from './members.ts';
import style from './notes.module.css';
import { waitingQuestions } from './questions.ts';

interface NotesProps {
  session: Session;
  people: Record<string, PersonCard>;
  choices: Choices;
  next: NextSteps;
  onInterpreter: (interpreter: Interpreter) => void;
  /** What can be done besides, at the end of the line. */
  children: ReactNode;
}

/**
 * What staff should know now, in quiet sentences: what waits first, then what the patient wishes. Nothing moves. Where
 * there is nothing to know, a first-timer is told what to do here.
 */
export const Notes = ({ session, people, choices, next, onInterpreter, children }: NotesProps) => {
  const { t } = useTranslation('board');
  const awaited = interpreting(session) === 'waiting';
  const waits =
    awaited ||
    next.patient === 'again' ||
    next.patient === 'postponed' ||
    waitingQuestions(choices, session).length > 0;
  const { language: here } = useLanguage();
  const wished = wishesOf(choices, here);
  return (
    <section aria-label={t('notes')} className={style.notes}>
      <div className={style.words}>
        <div aria-live="polite" className={style.needs}>
          <Later choices={choices} next={next} />
          <Questions session={session} people={people} choices={choices} />
          {awaited && (
            <div className={style.interpreter}>
              <p>{t('interpreter.waiting')}</p>
              <Button onPress={() => onInterpreter('in-person')}>{t('interpreter.here')}</Button>
              <Button onPress={() => onInterpreter('remote')}>{t('interpreter.onPhone')}</Button>
            </div>
          )}
        </div>
        {wished.map((wish) => (
          <Wish key={wish} wish={wish} language={choices.language} />
        ))}
        {!waits && wished.length === 0 && <Hint>{t('hint')}</Hint>}
      </div>
      {children}
    </section>
  );
};

const Later = ({ choices: { later }, next }: Pick<NotesProps, 'choices' | 'next'>) => {
  const { t } = useTranslation('board');
  const { time } = useLanguage();
  if (next.patient === 'again') return <p>{t('postponed.again')}</p>;
  if (next.patient !== 'postponed') return null;
  if (later?.at != null) return <p>{t('postponed.at', { time: time(new Date(later.at)) })}</p>;
  const { wish } = later ?? {};
  return (
    <p>{t(wish === 'with-company' || wish === 'when-i-ask' ? `postponed.${wish}` : 'postponed.open')}</p>
  );
};

const Questions = ({ session, people, choices }: Pick<NotesProps, 'session' | 'people' | 'choices'>) => {
  const { t } = useTranslation('board');
  const { list } = useLanguage();
  const asked = new Set(waitingQuestions(choices, session).map(({ answers }) => answers));
  const names = [...asked].flatMap((one) => memberOf(session, people, one)?.person.first ?? []);
  if (names.length === 0) return null;
  return (
    <p>
      <Trans
        t={t}
        i18nKey="questionsFor"
        count={names.length}
        values={{ names: list(names) }}
        components={{ names: <Names names={names} /> }}
      />
    </p>
  );
};

/** What the team should know of what the patient chose, and nothing more: how they want to be called is not shown. */
const wishesOf = ({ language, answers, withMe, students }: Choices, here: string) => [
  ...(language !== null && language !== here ? (['language'] as const) : []),
  ...(answers === 'self' ? [] : ([`answers.${answers}`] as const)),
  ...(withMe === null || withMe === 'nobody' ? [] : ([`withThem.${withMe}`] as const)),
  ...(students === false ? (['noStudents'] as const) : []),
];

interface WishProps {
  wish: ReturnType<typeof wishesOf>[number];
  language: string | null;
}

const Wish = ({ wish, language }: WishProps) => {
  const { t } = useTranslation('board');
  const { nameOf } = useLanguage();
  if (wish !== 'language' || language === null) return <p>{t(`patient.${wish}`)}</p>;
  return (
    <p>
      <Trans
        t={t}
        i18nKey="patient.language"
        values={{ language: nameOf(language) ?? ownName(language), own: ownName(language) }}
        components={{ language: <bdi />, own: <bdi lang={language} dir={directionOf(language)} /> }}
      />
    </p>
  );
};
