import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../../core/session/commands.ts';
import {
  type Introduction,
  introductionOf,
  isHere,
  type Round,
  type Session,
  waiting,
} from '../../../core/session/state.ts';
import type { Method, Outcome, Status } from '../../../core/session/words.ts';
import type { PersonCard } from '../../../core/view.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Tick } from '../../ui/mark.tsx';
import { Segments } from '../../ui/segments.tsx';
import { type Member, memberOf } from '../board/members.ts';
import { Wall, WallTile } from '../board/wall.tsx';
import { AnswerSheet } from './answer-sheet.tsx';
import { MissingSheet } from './missing-sheet.tsx';
import { RoundClock } from './round-clock.tsx';
import style from './team.module.css';

interface TeamScreenProps {
  session: Session;
  round: Round;
  people: Record<string, PersonCard>;
  place: string;
  now: Date;
  undo: ReactNode;
  onRecord: (introduction: Introduction, verdict: Verdict) => void;
  onEnd: (outcome: Outcome) => void;
}

/** A touch this soon after the one that recorded it, in ms, belongs to it, and does not open the correction. */
const settling = 800;

/** The time-out: everyone says their name and what they do, and is marked by one touch, theirs or the coordinator's. */
export const TeamScreen = (props: TeamScreenProps) => {
  const { session, round, people, place, now, undo, onRecord, onEnd } = props;
  const { t } = useTranslation('team');
  const { number } = useLanguage();
  const [method, setMethod] = useState<Exclude<Method, 'badge'>>('attested');
  const [asked, setAsked] = useState<string | null>(null);
  const [ending, setEnding] = useState(false);
  const left = waiting(session, round);
  const members = round.introductions.flatMap((one) => {
    const member = memberOf(session, people, one.participant);
    return member !== null && (isHere(session, one.participant) || one.status !== null) ? [member] : [];
  });
  const spoken = round.introductions.filter((one) => hasSpoken(one.status)).length;
  const touch = (introduction: Introduction) => {
    if (introduction.status === null) onRecord(introduction, { status: 'introduced', method, reason: null });
    else if (Date.now() - Date.parse(introduction.recorded?.at ?? '') > settling)
      setAsked(introduction.participant);
  };
  return (
    <main className={style.screen}>
      <header className={style.head}>
        <p>
          <bdi>{place}</bdi>
        </p>
        <h1 className={style.title}>{t('title')}</h1>
        <div className={style.now}>
          <div className={style.undo}>{undo}</div>
          <RoundClock started={round.started} now={now} />
        </div>
      </header>
      <Wall label={t('title')} count={members.length}>
        {members.map((member) => {
          const introduction = introductionOf(round, member.participant.id);
          if (introduction === null) return null;
          return (
            <TeamTile
              key={member.participant.id}
              member={member}
              introduction={introduction}
              onTouch={() => touch(introduction)}
              onOther={() => setAsked(member.participant.id)}
            />
          );
        })}
      </Wall>
      <footer className={style.foot}>
        <Segments
          label={t('marks.label')}
          options={[
            { value: 'attested', label: t('marks.attested') },
            { value: 'self', label: t('marks.self') },
          ]}
          value={method}
          onChange={setMethod}
        />
        <div className={style.worry}>
          <p>{t('worry')}</p>
          <p className={style.credit}>{t('credit')}</p>
        </div>
        <Button
          variant={left.length === 0 ? 'primary' : 'quiet'}
          className={classes(style.finish)}
          onPress={() => (left.length === 0 ? onEnd('completed') : setEnding(true))}
        >
          {left.length === 0 ? (
            t('everyone')
          ) : (
            <span>
              {t('finish')}
              <span className={style.count}>
                {t('spoken', { done: number(spoken), all: number(spoken + left.length) })}
              </span>
            </span>
          )}
        </Button>
      </footer>
      <AnswerSheet
        member={memberOf(session, people, asked)}
        introduction={asked === null ? null : introductionOf(round, asked)}
        method={method}
        onClose={() => setAsked(null)}
        onRecord={onRecord}
      />
      <MissingSheet
        isOpen={ending}
        names={left.flatMap((one) => memberOf(session, people, one.participant)?.person.first ?? [])}
        onClose={() => setEnding(false)}
        onEndAnyway={() => {
          setEnding(false);
          onEnd('stopped');
        }}
      />
    </main>
  );
};

/** Those who are away or were skipped are settled too, but nobody heard them. */
const hasSpoken = (status: Status | null): boolean => status === 'introduced' || status === 'already-known';

interface TeamTileProps {
  member: Member;
  introduction: Introduction;
  onTouch: () => void;
  onOther: () => void;
}

const TeamTile = ({ member: { participant, person }, introduction, onTouch, onOther }: TeamTileProps) => {
  const { t } = useTranslation('team');
  const { status } = introduction;
  const spoken = hasSpoken(status);
  const name = person.first;
  return (
    <WallTile
      person={person}
      role={participant.role}
      masked
      does={t(status === null ? 'mark' : 'correct')}
      look={status === null ? 'open' : spoken ? 'done' : 'away'}
      said={
        status !== null && (
          <>
            {spoken && <Tick />}
            <span>{t(`status.${status}`)}</span>
          </>
        )
      }
      onPress={onTouch}
      corner={
        <Button
          variant="plain"
          className={classes(style.other)}
          aria-label={t('other', { name })}
          onPress={onOther}
        >
          <Dots />
        </Button>
      }
    />
  );
};

const Dots = () => (
  <svg className={style.dots} viewBox="0 0 32 32" aria-hidden="true">
    <circle cx="6" cy="16" r="3" />
    <circle cx="16" cy="16" r="3" />
    <circle cx="26" cy="16" r="3" />
  </svg>
);
