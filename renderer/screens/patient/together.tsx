import { type ReactNode, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { questionFor } from '../../../core/questions.ts';
import { recallQuestion } from '../../../core/session/recall.ts';
import { participantOf, type Round, type Session, waiting } from '../../../core/session/state.ts';
import type { Outcome } from '../../../core/session/words.ts';
import type { ChoicesChange, DeviceView } from '../../../core/view.ts';
import { MoreBelow } from '../../ui/more-below.tsx';
import { Name } from '../../ui/name.tsx';
import { LeaveBehindSheet } from '../leave-behind/leave-behind-sheet.tsx';
import { Finish } from './finish.tsx';
import { LargePerson } from './large-person.tsx';
import { ReadAloud } from './read-aloud.tsx';
import { Recall } from './recall.tsx';
import { nameOf } from './spoken-person.ts';
import { TeamTile } from './team-tile.tsx';
import { teamTitle } from './team-title.ts';
import style from './together.module.css';

interface TogetherProps {
  view: DeviceView;
  session: Session;
  round: Round;
  /** The undo bar, which has its place at the top. */
  undo: ReactNode;
  /** Somebody and the patient have met. */
  onMet: (participant: string) => void;
  /** Brings up somebody's card. */
  onShow: (participant: string) => void;
  onChange: (change: ChoicesChange) => void;
  /** The answer of the check at the end. */
  onRecall: (answer: { asked: string; touched: string }) => void;
  onFinish: (end: { outcome: Outcome; beforeSedation: boolean | null }) => void;
}

/**
 * The whole team on one screen. Together: a touch marks somebody as met. Only shown: a touch makes a face large and
 * records nothing. After a round of cards: who was met, what is still to be asked, and the end.
 */
export const Together = (props: TogetherProps) => {
  const { view, session, round, undo, onMet, onShow, onChange, onRecall, onFinish } = props;
  const { people, choices } = view;
  const { t } = useTranslation(['patient', 'roles']);
  const [large, setLarge] = useState<string | null>(null);
  const [check, setCheck] = useState<ReturnType<typeof recallQuestion>>(null);
  const [takesAlong, setTakesAlong] = useState(false);
  const left = waiting(session, round);
  const onlyShown = choices.way === 'show';
  const cards = !onlyShown && choices.way !== 'together';
  const members = round.introductions.flatMap((introduction) => {
    const participant = participantOf(session, introduction.participant);
    const person = people[participant?.person ?? ''];
    return participant === null || person === undefined ? [] : [{ introduction, participant, person }];
  });
  const enlarged = members.find(({ participant }) => participant.id === large);
  if (enlarged !== undefined)
    return <LargePerson {...enlarged} {...{ choices, undo, onChange }} onBack={() => setLarge(null)} />;
  if (check !== null)
    return (
      <Recall {...{ session, people, choices, onRecall }} question={check} onBack={() => setCheck(null)} />
    );
  const statusOf = ({ introduction, participant }: (typeof members)[number]) =>
    introduction.status ?? (participant.metBefore ? ('introduced' as const) : null);
  const everyoneWasMet = members.every((member) => statusOf(member) === 'introduced');
  const title = teamTitle(
    onlyShown || left.length > 0 ? 'meeting' : everyoneWasMet ? 'met' : 'some',
    choices,
  );
  const hint = onlyShown ? 'tapToSee' : left.length === 0 ? 'namesStay' : cards ? 'tapToMeet' : 'tapWhenMet';
  const offered = onlyShown || choices.answers === 'proxy' ? null : recallQuestion(session, round);
  const touch = (id: string) => {
    const isWaiting = left.some((one) => one.participant === id);
    if (onlyShown || !isWaiting) setLarge(id);
    else if (cards) onShow(id);
    else onMet(id);
  };
  const patient = choices.callMe ?? '';
  return (
    <main className={style.screen}>
      <div className={style.layout}>
        <header className={style.head}>
          <h1 className={style.title}>
            <Trans t={t} i18nKey={title} values={{ patient }} components={{ patient: <Name /> }} />
          </h1>
          <p className={style.hint}>{t(hint)}</p>
          <div className={style.undo}>
            {choices.readAloud && (
              <ReadAloud
                words={[
                  t(title, { patient }).replaceAll(/<[^>]+>/gu, ''),
                  t(hint),
                  ...members.flatMap(({ participant, person }) => [
                    nameOf(person),
                    t(`roles:${participant.role}.name`, { context: person.gender }),
                  ]),
                ]}
                isKnown={members.some(({ introduction }) => introduction.status !== null)}
              />
            )}
            {undo}
          </div>
        </header>
        <ul className={style.team} data-size={sizeOf(members.length)}>
          {members.map((member) => (
            <li key={member.participant.id}>
              <TeamTile
                person={member.person}
                role={member.participant.role}
                status={onlyShown ? null : statusOf(member)}
                question={questionFor(choices, member.participant.id)}
                onPress={() => touch(member.participant.id)}
              />
            </li>
          ))}
        </ul>
        <div className={style.end}>
          <Finish
            asksSedation={session.kind === 'surgery' && !onlyShown}
            outcome={onlyShown ? 'shown' : 'completed'}
            left={onlyShown ? [] : members.filter(({ introduction }) => left.includes(introduction))}
            onMeet={onShow}
            onFinish={onFinish}
            onTakeAlong={onlyShown || left.length === 0 ? () => setTakesAlong(true) : null}
            onCheck={offered === null ? null : () => setCheck(offered)}
          />
        </div>
        <div className={style.onward}>
          <MoreBelow />
        </div>
      </div>
      <LeaveBehindSheet
        view={view}
        session={session}
        isOpen={takesAlong}
        onClose={() => setTakesAlong(false)}
      />
    </main>
  );
};

/** How many there are, as far as the layout cares. */
const sizeOf = (people: number): 'few' | 'team' | 'many' | 'crowd' | 'throng' => {
  if (people <= 4) return 'few';
  if (people <= 6) return 'team';
  if (people <= 9) return 'many';
  return people <= 12 ? 'crowd' : 'throng';
};
