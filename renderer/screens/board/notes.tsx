import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Session } from '../../../core/session/state.ts';
import type { Interpreter } from '../../../core/session/words.ts';
import type { Choices, PersonCard } from '../../../core/view.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { directionOf, ownName } from '../../i18n/languages.ts';
import { Button } from '../../ui/button.tsx';
import { Hint } from '../../ui/hint.tsx';
import { interpreting } from './interpreting.ts';
import { memberOf } from './members.ts';
import type { NextSteps } from './next-steps.ts';
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

/** What staff should know now, in quiet sentences: what waits first, then what the patient wishes. Nothing moves. */
export const Notes = ({ session, people, choices, next, onInterpreter, children }: NotesProps) => {
  const { t } = useTranslation('board');
  const awaited = interpreting(session) === 'waiting';
  return (
    <section aria-label={t('notes')} className={style.notes}>
      <div className={style.words}>
        <ul aria-live="polite" className={style.needs}>
          <Later choices={choices} next={next} />
          <Questions session={session} people={people} choices={choices} />
          {awaited && (
            <li className={style.interpreter}>
              <span>{t('interpreter.waiting')}</span>
              <Button onPress={() => onInterpreter('in-person')}>{t('interpreter.here')}</Button>
              <Button onPress={() => onInterpreter('remote')}>{t('interpreter.onPhone')}</Button>
            </li>
          )}
        </ul>
        <Wishes choices={choices} />
        <Hint>{t('hint')}</Hint>
      </div>
      <div className={style.more}>{children}</div>
    </section>
  );
};

const Later = ({ choices: { later }, next }: Pick<NotesProps, 'choices' | 'next'>) => {
  const { t } = useTranslation('board');
  const { time } = useLanguage();
  if (next.patient === 'again') return <li>{t('postponed.again')}</li>;
  if (next.patient !== 'postponed') return null;
  if (later?.at != null) return <li>{t('postponed.at', { time: time(new Date(later.at)) })}</li>;
  const { wish } = later ?? {};
  return (
    <li>{t(wish === 'with-company' || wish === 'when-i-ask' ? `postponed.${wish}` : 'postponed.open')}</li>
  );
};

const Questions = ({ session, people, choices }: Pick<NotesProps, 'session' | 'people' | 'choices'>) => {
  const { t } = useTranslation('board');
  const { list } = useLanguage();
  const asked = new Set(waitingQuestions(choices, session).map(({ answers }) => answers));
  const names = [...asked].flatMap((one) => memberOf(session, people, one)?.person.first ?? []);
  if (names.length === 0) return null;
  return (
    <li>
      <Trans
        t={t}
        i18nKey="questionsFor"
        count={names.length}
        values={{ names: list(names) }}
        components={{ names: <bdi /> }}
      />
    </li>
  );
};

/** What the team should know of what the patient chose, and nothing more: how they want to be called is not shown. */
const Wishes = ({ choices: { language, answers, withMe, students } }: Pick<NotesProps, 'choices'>) => {
  const { t } = useTranslation('board');
  const { language: here } = useLanguage();
  const wishes = [
    language !== null && language !== here && (
      <Trans
        t={t}
        i18nKey="patient.language"
        values={{ language: ownName(language) }}
        components={{ language: <bdi lang={language} dir={directionOf(language)} /> }}
      />
    ),
    answers !== 'self' && t(`patient.answers.${answers}`),
    withMe !== null && withMe !== 'nobody' && t(`patient.withThem.${withMe}`),
    students === false && t('patient.noStudents'),
  ].filter((wish) => wish !== false);
  if (wishes.length === 0) return null;
  return (
    <ul className={style.wishes}>
      {wishes.map((wish, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences that stand in one order
        <li key={place}>{wish}</li>
      ))}
    </ul>
  );
};
