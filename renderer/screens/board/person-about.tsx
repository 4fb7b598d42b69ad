import { useTranslation } from 'react-i18next';
import { type Introduction, introductionOf, type Round, type Session } from '../../../core/session/state.ts';
import { useRoleName } from '../../i18n/role-name.ts';
import { Button } from '../../ui/button.tsx';
import type { Member } from './members.ts';
import style from './person-sheet.module.css';

/** One introduction of somebody, in its round. */
export interface Introduced {
  round: Round;
  introduction: Introduction;
}

interface PersonAboutProps {
  session: Session;
  member: Member;
  onWrong: (one: Introduced) => void;
}

/** Who somebody is here as, and how their introductions went, each to be corrected. */
export const PersonAbout = ({ session, member: { participant, person }, onWrong }: PersonAboutProps) => {
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
