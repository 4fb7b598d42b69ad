import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leavingFrom, type Round, type Session } from '../../../core/session/state.ts';
import type { Choices, PersonCard } from '../../../core/view.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { WithBreakableNames } from '../../ui/breakable-name.tsx';
import { Button } from '../../ui/button.tsx';
import { type Member, memberOf } from '../board/members.ts';
import { ReadAloud } from '../patient/read-aloud.tsx';
import { companionIn } from './companion.ts';
import style from './goodbye.module.css';
import { GoodbyeFace } from './goodbye-face.tsx';
import { isolatedNames, makeASentence } from './names.ts';
import { useShiftEnd } from './use-shift-end.ts';
import { WithYou } from './with-you.tsx';

interface GoodbyeProps {
  session: Session;
  round: Round;
  people: Record<string, PersonCard>;
  choices: Choices;
  undo: ReactNode;
  /** Everybody who leaves is gone, but these. */
  onGoodbye: (staying: string[]) => void;
}

/** Those who leave at a shift change say goodbye to the patient; a touch on a face lets somebody stay after all. */
export const Goodbye = ({ session, round, people, choices, undo, onGoodbye }: GoodbyeProps) => {
  const { t } = useTranslation('shift');
  // A goodbye that was taken back comes back as it was said.
  const [staying, setStaying] = useState<readonly string[]>(round.staying);
  const leaving = membersIn(session, people, leavingFrom(session));
  const going = leaving.filter(({ participant }) => !staying.includes(participant.id));
  const withYou = membersIn(
    session,
    people,
    session.participants.filter((one) => one.part === 'arriving' && one.left === null),
  );
  const title = useTitle(going);
  const nowWith = useWithYou(session, withYou);
  const toggle = (id: string) =>
    setStaying((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  return (
    <main className={style.screen}>
      <div className={style.layout} data-many={leaving.length > 1 || undefined}>
        <ul className={style.faces} data-size={sizeOf(leaving.length)}>
          {leaving.map(({ participant, person }) => (
            <GoodbyeFace
              key={participant.id}
              {...{ participant, person }}
              stays={staying.includes(participant.id)}
              onToggle={() => toggle(participant.id)}
            />
          ))}
        </ul>
        <div className={style.head}>
          {choices.readAloud && <ReadAloud words={[title, nowWith].filter((one) => one !== null)} />}
          <div className={style.undo}>{undo}</div>
        </div>
        <div className={style.words}>
          <h1 className={style.title}>
            <WithBreakableNames>{title}</WithBreakableNames>
          </h1>
          {nowWith !== null && <WithYou members={withYou}>{nowWith}</WithYou>}
        </div>
        {going.length > 0 && <p className={style.cue}>{t(`goodbye.cue.${companionIn(choices)}`)}</p>}
        <div className={style.foot}>
          <p className={style.hint}>{t('goodbye.touch')}</p>
          <Button variant="primary" className={style.primary} onPress={() => onGoodbye([...staying])}>
            {t(going.length === 0 ? 'goodbye.allStay' : 'goodbye.said')}
          </Button>
        </div>
      </div>
    </main>
  );
};

const membersIn = (
  session: Session,
  people: Record<string, PersonCard>,
  participants: readonly { id: string }[],
): Member[] => participants.flatMap(({ id }) => memberOf(session, people, id) ?? []);

const peopleOf = (members: readonly Member[]): PersonCard[] => members.map(({ person }) => person);

/** Who goes home, in a sentence; of more than can be said in one, their faces say it. */
const useTitle = (going: readonly Member[]): string => {
  const { t } = useTranslation('shift');
  const { list } = useLanguage();
  if (going.length === 0) return t('goodbye.titleNobody');
  if (going.length > 1 && !makeASentence(peopleOf(going))) return t('goodbye.titleMany');
  return t('goodbye.title', { count: going.length, names: list(isolatedNames(peopleOf(going))) });
};

/** Who is with the patient from now on, and until when; null where nobody came. */
const useWithYou = (session: Session, members: readonly Member[]): string | null => {
  const { t } = useTranslation('shift');
  const { list } = useLanguage();
  const time = useShiftEnd(session);
  if (members.length === 0) return null;
  if (members.length > 1 && !makeASentence(peopleOf(members)))
    return time === null ? t('goodbye.withMany') : t('goodbye.withUntilMany', { time });
  const values = { count: members.length, names: list(isolatedNames(peopleOf(members))) };
  return time === null ? t('goodbye.with', values) : t('goodbye.withUntil', { ...values, time });
};

/** How many there are, as far as the layout cares. */
const sizeOf = (people: number): 'one' | 'few' | 'some' | 'many' => {
  if (people === 1) return 'one';
  if (people <= 4) return 'few';
  return people <= 6 ? 'some' : 'many';
};
