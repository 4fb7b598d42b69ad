import { useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { roleOf } from '../../../core/roles.ts';
import type { RecallQuestion } from '../../../core/session/recall.ts';
import { participantOf, type Session } from '../../../core/session/state.ts';
import type { Choices, PersonCard } from '../../../core/view.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { MoreBelow } from '../../ui/more-below.tsx';
import { Portrait } from '../../ui/portrait.tsx';
import pressable from '../../ui/pressable.module.css';
import { ReadAloud } from './read-aloud.tsx';
import style from './recall.module.css';
import { RecallAnswer } from './recall-answer.tsx';

interface RecallProps {
  session: Session;
  people: Record<string, PersonCard>;
  choices: Choices;
  question: RecallQuestion;
  onRecall: (answer: { asked: string; touched: string }) => void;
  /** Left at any time: nothing is recorded then. */
  onBack: () => void;
}

/** The little check: one question, faces without names. Whatever is touched, the answer is kind and shows who it is. */
export const Recall = ({ session, people, choices, question, onRecall, onBack }: RecallProps) => {
  const { t } = useTranslation(['recall', 'roles']);
  const { number } = useLanguage();
  const [touched, setTouched] = useState<string | null>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    return () => window.scrollTo(0, 0);
  }, []);
  const asked = participantOf(session, question.asked);
  const person = people[asked?.person ?? ''];
  if (asked === null || person === undefined) return null;
  if (touched !== null)
    return <RecallAnswer {...{ person, choices, onBack }} role={asked.role} isRight={touched === asked.id} />;
  const words = t(`roles:${asked.role}.ask`, { context: person.gender });
  const answer = (face: string) => {
    setTouched(face);
    onRecall({ asked: question.asked, touched: face });
  };
  return (
    <main className={style.screen}>
      <div className={style.layout}>
        <header className={style.head}>
          <h1 className={style.question}>{words}</h1>
          <p className={style.how}>{t('how')}</p>
          {choices.readAloud && <ReadAloud words={[words, t('how')]} className={style.read} />}
        </header>
        <div className={style.room}>
          <ul className={style.faces} data-count={question.faces.length}>
            {question.faces.map((face, at) => {
              const participant = participantOf(session, face);
              const card = people[participant?.person ?? ''];
              if (participant === null || card === undefined) return null;
              return (
                <li key={face}>
                  <AriaButton
                    className={classes(pressable.pressable, style.face)}
                    aria-label={t('face', { number: number(at + 1) })}
                    onPress={() => answer(face)}
                  >
                    {/* Without letters, too: they would be a name. */}
                    <Portrait
                      person={{ ...card, first: '', rest: '' }}
                      family={roleOf(participant.role).family}
                    />
                  </AriaButton>
                </li>
              );
            })}
          </ul>
        </div>
        <footer className={style.foot}>
          <MoreBelow />
          <Button onPress={onBack} className={style.leave}>
            {t('leave')}
          </Button>
        </footer>
      </div>
    </main>
  );
};
