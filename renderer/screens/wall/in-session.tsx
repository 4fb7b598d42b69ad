import { Trans, useTranslation } from 'react-i18next';
import { stageOf } from '../../../core/session/stage.ts';
import type { Session } from '../../../core/session/state.ts';
import type { PersonCard } from '../../../core/view.ts';
import { minute, useNow } from '../../device/clock.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Acquainted, Tick } from '../../ui/mark.tsx';
import { Names } from '../../ui/names.tsx';
import { RoomGrid } from '../team/room.tsx';
import { RoomTile } from '../team/room-tile.tsx';
import { RoundClock } from '../team/round-clock.tsx';
import { invitedIn } from '../team/round-facts.ts';
import style from './in-session.module.css';
import { type OnWall, wallOf } from './wall-of.ts';

interface InSessionProps {
  session: Session;
  people: Record<string, PersonCard>;
  place: string;
  /** Whether the patient listens to the time-out. */
  awake: boolean;
}

/** The team, for as long as the session lasts; in the time-out who has spoken, and what is asked of the room. */
export const InSession = ({ session, people, place, awake }: InSessionProps) => {
  const { t } = useTranslation(['wall', 'team']);
  const { list } = useLanguage();
  const stage = stageOf(session);
  const round = stage.at === 'team' ? stage.round : null;
  const team = wallOf({ session, awake }, people);
  const invited = round === null ? [] : invitedIn(session, round, people).map(({ first }) => first);
  const title =
    round === null
      ? t('title')
      : invited.length > 0
        ? t('team:concerns.title')
        : t(awake ? 'team:awake.title' : 'team:title');
  return (
    <main className={style.session}>
      <header className={style.head}>
        <p>
          <bdi>{place}</bdi>
        </p>
        <h1 className={style.title}>{title}</h1>
        <div className={style.clock}>
          {round === null ? <TimeOfDay /> : <RoundClock started={round.started} />}
        </div>
      </header>
      <RoomGrid label={title} count={team.length} fixed>
        {team.map((one) => (
          <RoomTile
            key={one.member.participant.id}
            member={one.member}
            look={one.look}
            masked={round !== null && !awake}
            said={
              round === null && one.said === null ? undefined : <Said standing={one.said} awake={awake} />
            }
          />
        ))}
      </RoomGrid>
      {round !== null && (
        <p className={style.worry}>
          {invited.length === 0 ? (
            t(awake ? 'team:awake.worry' : 'team:worry')
          ) : (
            <Trans
              t={t}
              i18nKey={awake ? 'team:awake.byName' : 'team:concerns.byName'}
              values={{ names: list(invited) }}
              components={{ names: <Names names={invited} className={style.names} /> }}
            />
          )}
        </p>
      )}
    </main>
  );
};

/** Where somebody stands, in words that anybody in the room may read. */
const Said = ({ standing, awake }: { standing: OnWall['said']; awake: boolean }) => {
  const { t } = useTranslation(['wall', 'team']);
  switch (standing) {
    case 'spoken':
      return (
        <>
          <Tick />
          <span>{t(awake ? 'team:awake.said' : 'team:status.introduced')}</span>
        </>
      );
    case 'known':
      return (
        <>
          <Acquainted />
          <span>{t('team:awake.here')}</span>
        </>
      );
    case 'now':
      return t('now');
    case 'left':
      return t('left');
    case null:
      return null;
  }
};

const TimeOfDay = () => {
  const { time } = useLanguage();
  return <time>{time(useNow(minute))}</time>;
};
