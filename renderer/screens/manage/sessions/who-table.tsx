import { useTranslation } from 'react-i18next';
import type { Introduction, Session } from '../../../../core/session/state.ts';
import { introductionOf } from '../../../../core/session/state.ts';
import type { SessionRead } from '../../../../core/timeline/found.ts';
import { useRoleName } from '../../../i18n/role-name.ts';
import { Name } from '../../../ui/name.tsx';
import { nameIn } from '../log/known.ts';
import style from '../log/record.module.css';

interface WhoTableProps {
  read: SessionRead;
  session: Session;
}

/** Who was in the session, and what became of each in each round, as it stood in the end. */
export const WhoTable = ({ read, session }: WhoTableProps) => {
  const { t } = useTranslation(['sessions', 'board', 'log']);
  const roleName = useRoleName();
  const known = { people: read.people, participants: {} };
  return (
    <section className={style.part} aria-labelledby="who">
      <h2 id="who">{t('sessions:who')}</h2>
      <div className={style.room}>
        <table className={style.table} aria-labelledby="who">
          <thead>
            <tr>
              <th scope="col">{t('sessions:person')}</th>
              {session.rounds.map((round) => (
                <th key={round.id} scope="col">
                  {t(`board:person.${round.kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {session.participants.map(({ id, person, role, mistake }) => (
              <tr key={id}>
                <th scope="row" className={style.stands}>
                  <span className={style.lines}>
                    <span>
                      <Name>{nameIn(known, person) ?? t('log:somebody')}</Name>
                    </span>
                    <span className={style.quiet}>{roleName(role, read.people[person]?.gender)}</span>
                    {mistake && <span>{t('sessions:byMistake')}</span>}
                  </span>
                </th>
                {session.rounds.map((round) => (
                  <td key={round.id} className={style.became}>
                    <Became
                      introduction={introductionOf(round, id)}
                      round={t(`board:person.${round.kind}`)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

/** What became of somebody in one round, in words. */
const Became = ({ introduction, round }: { introduction: Introduction | null; round: string }) => {
  const words = useBecame();
  if (introduction === null) return words(null);
  return (
    <>
      <span className={style.named}>{round}: </span>
      {words(introduction)}
    </>
  );
};

const useBecame = () => {
  const { t } = useTranslation(['sessions', 'log', 'common']);
  return (introduction: Introduction | null): string => {
    if (introduction === null) return '–';
    const { status, method, reason } = introduction;
    if (status === null) return t('sessions:noStatus');
    const what =
      status === 'introduced' || status === 'already-known'
        ? t(`log:status.${status}.${method ?? 'attested'}`)
        : t(`log:status.${status}`);
    return reason === null ? what : t('log:withReason', { what, reason: t(`common:reason.${reason}`) });
  };
};
