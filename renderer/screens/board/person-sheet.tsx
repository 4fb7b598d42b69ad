import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { type Introduction, introductionOf, type Round, type Session } from '../../../core/session/state.ts';
import type { Tap } from '../../device/answer.ts';
import { useRoleName } from '../../i18n/role-name.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { AnswerList } from './answer-list.tsx';
import type { Member } from './members.ts';
import style from './person-sheet.module.css';

interface PersonSheetProps {
  session: Session;
  /** Whom it is about; null while nobody was touched. */
  member: Member | null;
  onClose: () => void;
  send: (tap: Tap) => void;
}

/** One person on the board: who they are here as, how their introductions went, and whether they have left. */
export const PersonSheet = ({ session, member, onClose, send }: PersonSheetProps) => {
  const { t } = useTranslation('board');
  const [wrong, setWrong] = useState<{ round: Round; introduction: Introduction } | null>(null);
  const name = member?.person.first ?? '';
  const named = { t, values: { name }, components: { name: <bdi /> } };
  const close = () => {
    setWrong(null);
    onClose();
  };
  return (
    <Sheet
      title={wrong === null ? <bdi>{name}</bdi> : <Trans {...named} i18nKey="person.correctTitle" />}
      isOpen={member !== null}
      onClose={close}
    >
      {member !== null && wrong === null && (
        <>
          <About session={session} member={member} onWrong={setWrong} />
          <Button
            onPress={() =>
              send({
                type: member.participant.left === null ? 'leave' : 'return',
                session: session.id,
                participant: member.participant.id,
              })
            }
          >
            <span>
              <Trans {...named} i18nKey={member.participant.left === null ? 'person.left' : 'person.back'} />
            </span>
          </Button>
        </>
      )}
      {member !== null && wrong !== null && (
        <AnswerList
          kind={wrong.round.kind}
          introduction={wrong.introduction}
          method="attested"
          onAnswer={(verdict) => {
            setWrong(null);
            send({
              type: 'record',
              session: session.id,
              round: wrong.round.id,
              participant: member.participant.id,
              verdict,
              corrects: wrong.introduction.record,
            });
          }}
        />
      )}
    </Sheet>
  );
};

interface AboutProps {
  session: Session;
  member: Member;
  onWrong: (one: { round: Round; introduction: Introduction }) => void;
}

const About = ({ session, member: { participant, person }, onWrong }: AboutProps) => {
  const { t } = useTranslation(['board', 'team']);
  const roleName = useRoleName();
  return (
    <dl className={style.facts}>
      <div className={style.fact}>
        <dt>{t('person.role')}</dt>
        <dd>{roleName(participant.role, person.gender)}</dd>
      </div>
      {session.rounds.map((round) => {
        const introduction = introductionOf(round, participant.id);
        if (introduction?.status == null) return null;
        const { status } = introduction;
        return (
          <div key={round.id} className={style.fact}>
            <dt>{t(`person.${round.kind}`)}</dt>
            <dd>
              {status === 'introduced' && round.kind !== 'team'
                ? t('team:chooseToPatient')
                : t(`team:choose.${status}`)}
            </dd>
            <dd>
              <Button variant="plain" onPress={() => onWrong({ round, introduction })}>
                {t('person.correct')}
              </Button>
            </dd>
          </div>
        );
      })}
    </dl>
  );
};
