import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../../core/session/commands.ts';
import {
  type Introduction,
  introductionOf,
  type Round,
  type Session,
  waiting,
} from '../../../core/session/state.ts';
import type { Outcome } from '../../../core/session/words.ts';
import type { Choices, ChoicesChange, PersonCard } from '../../../core/view.ts';
import { msSince } from '../../device/clock.ts';
import { Button } from '../../ui/button.tsx';
import { memberOf } from '../board/members.ts';
import { AnswerSheet } from './answer-sheet.tsx';
import { Concerns } from './concerns.tsx';
import { FinishButton } from './finish-button.tsx';
import { MissingSheet } from './missing-sheet.tsx';
import { type Marking, OptionsSheet } from './options-sheet.tsx';
import { PatientQuestions } from './patient-questions.tsx';
import { RoomGrid } from './room.tsx';
import { invitedIn, shownIn, wasHeard } from './round-facts.ts';
import style from './team.module.css';
import { TeamHead } from './team-head.tsx';
import { TeamTile } from './team-tile.tsx';

interface TeamScreenProps {
  session: Session;
  round: Round;
  people: Record<string, PersonCard>;
  choices: Choices;
  place: string;
  undo: ReactNode;
  onChange: (change: ChoicesChange) => void;
  onRecord: (introduction: Introduction, verdict: Verdict) => void;
  onEnd: (outcome: Outcome) => void;
}

/** A touch this soon after the one that recorded it, in ms, belongs to it, and does not open the correction. */
const settling = 800;

/**
 * The time-out: everyone says their name and what they do, and is marked by one touch, theirs or the coordinator's. Where
 * the patient is awake, the screen speaks so that they can listen, and what is for the staff only is not there.
 */
export const TeamScreen = (props: TeamScreenProps) => {
  const { session, round, people, choices, place, undo, onChange, onRecord, onEnd } = props;
  const { t } = useTranslation('team');
  const [method, setMethod] = useState<Marking>('attested');
  const [masked, setMasked] = useState(true);
  const [open, setOpen] = useState<'options' | 'ending' | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const { awake } = choices;
  const close = () => setOpen(null);
  const left = waiting(session, round);
  const members = shownIn({ session, round, awake }, people);
  const spoken = round.introductions.filter((one) => wasHeard(one.status)).length;
  const touch = (introduction: Introduction) => {
    if (introduction.status === null) onRecord(introduction, { status: 'introduced', method, reason: null });
    else if ((msSince(introduction.recorded?.at ?? '') ?? settling) >= settling)
      setAsked(introduction.participant);
  };
  return (
    <main className={style.screen}>
      <TeamHead {...{ session, round, place, awake, undo }} all={left.length === 0} />
      <RoomGrid label={t('title')} count={members.length}>
        {members.map((member) => {
          const introduction = introductionOf(round, member.participant.id);
          if (introduction === null) return null;
          return (
            <TeamTile
              key={member.participant.id}
              {...{ member, introduction, awake }}
              masked={masked && !awake}
              onTouch={() => touch(introduction)}
              onKnown={() => onRecord(introduction, { status: 'already-known', method, reason: null })}
              onOther={() => setAsked(member.participant.id)}
            />
          );
        })}
      </RoomGrid>
      <div className={style.below}>
        <PatientQuestions {...{ session, people, choices, onChange }} />
        <footer className={style.foot}>
          <Button onPress={() => onChange({ awake: !awake })}>{t(awake ? 'awake.off' : 'awake.on')}</Button>
          {!awake && <Button onPress={() => setOpen('options')}>{t('options.open')}</Button>}
          <Concerns
            invited={invitedIn(session, round, people).map(({ first }) => first)}
            awake={awake}
            credited={left.length > 0}
          />
          <FinishButton
            awake={awake}
            spoken={spoken}
            left={left.length}
            onPress={() => (left.length === 0 ? onEnd('completed') : setOpen('ending'))}
          />
        </footer>
      </div>
      <AnswerSheet
        member={awake ? null : memberOf(session, people, asked)}
        introduction={asked === null ? null : introductionOf(round, asked)}
        method={method}
        onClose={() => setAsked(null)}
        onRecord={onRecord}
      />
      <OptionsSheet
        isOpen={open === 'options' && !awake}
        onClose={close}
        {...{ method, masked }}
        onMethod={setMethod}
        onMasked={setMasked}
      />
      <MissingSheet
        isOpen={open === 'ending'}
        awake={awake}
        names={left.flatMap((one) => memberOf(session, people, one.participant)?.person.first ?? [])}
        onClose={close}
        onEndAnyway={() => {
          close();
          // Somebody may have been marked elsewhere while this was asked.
          onEnd(left.length === 0 ? 'completed' : 'stopped');
        }}
      />
    </main>
  );
};
