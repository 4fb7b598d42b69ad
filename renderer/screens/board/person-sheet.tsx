import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Session } from '../../../core/session/state.ts';
import type { Choices, ChoicesChange, PersonCard } from '../../../core/view.ts';
import type { Tap } from '../../device/answer.ts';
import { Button } from '../../ui/button.tsx';
import { Name } from '../../ui/name.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useFresh } from '../../ui/use-fresh.ts';
import { AnswerList } from './answer-list.tsx';
import type { Member } from './members.ts';
import { type Introduced, PersonAbout } from './person-about.tsx';
import { PersonQuestion } from './person-question.tsx';
import { ReliefFaces } from './relief-faces.tsx';

interface PersonSheetProps {
  session: Session;
  people: Record<string, PersonCard>;
  choices: Choices;
  /** Whom it is about; null while nobody was touched. */
  member: Member | null;
  onClose: () => void;
  onChange: (change: ChoicesChange) => void;
  send: (tap: Tap) => void;
}

/** What the sheet asks: nothing yet, what is right instead, or who takes over. */
type Asking = { correct: Introduced } | 'relief' | null;

/** One person on the board: what waits for them, how their introductions went, who takes over, whether they have left. */
export const PersonSheet = ({ member, onClose, ...rest }: PersonSheetProps) => {
  const { t } = useTranslation('board');
  const [asking, setAsking] = useFresh<Asking>(member?.participant.id ?? null, null);
  const name = member?.person.first ?? '';
  const close = () => {
    setAsking(null);
    onClose();
  };
  const title = asking === 'relief' ? 'person.takeOverTitle' : 'person.correctTitle';
  return (
    <Sheet
      title={
        asking === null ? (
          <bdi>{name}</bdi>
        ) : (
          <Trans t={t} i18nKey={title} values={{ name }} components={{ name: <Name /> }} />
        )
      }
      isOpen={member !== null}
      onClose={close}
    >
      {member !== null && <Inside {...rest} {...{ member, asking, setAsking }} />}
    </Sheet>
  );
};

interface InsideProps extends Omit<PersonSheetProps, 'onClose'> {
  member: Member;
  asking: Asking;
  setAsking: (asking: Asking) => void;
}

const Inside = (props: InsideProps): ReactNode => {
  const { session, people, choices, member, asking, setAsking, onChange, send } = props;
  const { t } = useTranslation('board');
  const { participant, person } = member;
  const tap = (what: Tap) => {
    setAsking(null);
    send(what);
  };
  if (asking === 'relief')
    return (
      <ReliefFaces
        relieved={participant}
        here={session.participants.filter((one) => one.left === null).map((one) => one.person)}
        onTakeOver={({ id }) =>
          tap({
            ...{ type: 'join', session: session.id, person: id, role: participant.role },
            relieves: participant.id,
          })
        }
      />
    );
  if (asking !== null) {
    const { round, introduction } = asking.correct;
    return (
      <AnswerList
        kind={round.kind}
        introduction={introduction}
        method="attested"
        onAnswer={(verdict) =>
          tap({
            ...{ type: 'record', session: session.id, round: round.id, participant: participant.id, verdict },
            corrects: introduction.record,
          })
        }
      />
    );
  }
  const named = { t, values: { name: person.first }, components: { name: <Name /> } };
  const here = participant.left === null;
  return (
    <>
      <PersonQuestion {...{ session, people, member, choices, onChange }} />
      <PersonAbout session={session} member={member} onWrong={(correct) => setAsking({ correct })} />
      {here && !participant.learner && (
        <Button onPress={() => setAsking('relief')}>
          <span>
            <Trans {...named} i18nKey="person.takeOver" />
          </span>
        </Button>
      )}
      <Button
        onPress={() =>
          tap({ type: here ? 'leave' : 'return', session: session.id, participant: participant.id })
        }
      >
        <span>
          <Trans {...named} i18nKey={here ? 'person.left' : 'person.back'} />
        </span>
      </Button>
    </>
  );
};
