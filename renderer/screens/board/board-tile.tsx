import { Trans, useTranslation } from 'react-i18next';
import { hasMet, type Session } from '../../../core/session/state.ts';
import type { PersonCard } from '../../../core/view.ts';
import { Acquainted, Question, Tick } from '../../ui/mark.tsx';
import { Name } from '../../ui/name.tsx';
import { useShiftEnd } from '../shift/use-shift-end.ts';
import { RoomTile } from '../team/room-tile.tsx';
import { anybodyMet, isKnown, type Member, memberOf } from './members.ts';

interface BoardTileProps {
  session: Session;
  people: Record<string, PersonCard>;
  member: Member;
  masked: boolean;
  /** Whether a question of the patient waits for them. */
  asked: boolean;
  onPress: () => void;
}

/** Somebody on the board: who they are, until when they are here, and whether the patient has met them. */
export const BoardTile = ({ session, people, member, masked, asked, onPress }: BoardTileProps) => {
  const { t } = useTranslation('board');
  const { participant } = member;
  const gone = participant.left !== null;
  const metNow = hasMet(session, participant.id);
  const met = metNow || isKnown(participant);
  const shiftEnd = useShiftEnd(session);
  const until = participant.part === 'arriving' && !gone ? shiftEnd : null;
  const next = memberOf(session, people, participant.handedTo)?.person.first;
  return (
    <RoomTile
      member={member}
      masked={masked}
      look={gone ? 'away' : asked ? 'now' : met ? 'done' : 'open'}
      {...(until === null ? {} : { note: t('until', { time: until }) })}
      said={
        // Before anybody has said hello it would stand under every face, and tell nobody anything.
        asked || gone || anybodyMet(session) ? (
          <>
            {asked ? <Question /> : metNow && !gone ? <Tick /> : met && !gone && <Acquainted />}
            <span>
              {asked ? (
                t('question')
              ) : gone && next !== undefined ? (
                <Trans t={t} i18nKey="handedTo" values={{ name: next }} components={{ name: <Name /> }} />
              ) : gone ? (
                t('gone')
              ) : (
                t(!met ? 'notMet' : metNow ? 'met' : 'metBefore')
              )}
            </span>
          </>
        ) : undefined
      }
      {...(asked ? { saying: t('question') } : {})}
      onPress={onPress}
    />
  );
};
