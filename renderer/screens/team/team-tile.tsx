import { useTranslation } from 'react-i18next';
import type { Introduction } from '../../../core/session/state.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Acquainted, Tick } from '../../ui/mark.tsx';
import type { Member } from '../board/members.ts';
import { RoomTile } from './room-tile.tsx';
import { lookOf, wasHeard } from './round-facts.ts';
import style from './team-tile.module.css';

interface TeamTileProps {
  member: Member;
  introduction: Introduction;
  masked: boolean;
  /** Whether the patient listens: nothing is offered but the touch that marks a hello. */
  awake: boolean;
  onTouch: () => void;
  onKnown: () => void;
  onOther: () => void;
}

/** Somebody in the time-out: touched once when they have spoken. Beside it the rarer answers, a touch away. */
export const TeamTile = (props: TeamTileProps) => {
  const { member, introduction, masked, awake, onTouch, onKnown, onOther } = props;
  const { t } = useTranslation('team');
  const { status } = introduction;
  const name = member.person.first;
  if (awake)
    return (
      <RoomTile
        member={member}
        masked={masked}
        look={wasHeard(status) ? 'done' : 'open'}
        said={
          wasHeard(status) && (
            <>
              <HeardMark status={status} />
              <span>{t(status === 'introduced' ? 'awake.said' : 'awake.here')}</span>
            </>
          )
        }
        {...(status === null && { onPress: onTouch, does: t('mark') })}
      />
    );
  return (
    <RoomTile
      member={member}
      masked={masked}
      look={lookOf(status)}
      said={
        status !== null && (
          <>
            {wasHeard(status) && <HeardMark status={status} />}
            <span>{t(`status.${status}`)}</span>
          </>
        )
      }
      does={t(status === null ? 'mark' : 'correct')}
      onPress={onTouch}
      corner={
        // Whoever has been marked is touched to correct it.
        status === null ? (
          <>
            <Button
              variant="plain"
              className={classes(style.known)}
              aria-label={t('knownName', { name })}
              onPress={onKnown}
            >
              {t('known')}
            </Button>
            <Button
              variant="plain"
              className={classes(style.other)}
              aria-label={t('other', { name })}
              onPress={onOther}
            >
              <Dots />
            </Button>
          </>
        ) : null
      }
    />
  );
};

/** Who has spoken, and whom everyone knows already: where a tile is low, their marks are all that is seen of it. */
const HeardMark = ({ status }: Pick<Introduction, 'status'>) =>
  status === 'already-known' ? <Acquainted /> : <Tick />;

const Dots = () => (
  <svg className={style.dots} viewBox="0 0 32 32" aria-hidden="true">
    <circle cx="6" cy="16" r="3" />
    <circle cx="16" cy="16" r="3" />
    <circle cx="26" cy="16" r="3" />
  </svg>
);
