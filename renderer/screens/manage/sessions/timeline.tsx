import { useTranslation } from 'react-i18next';
import type { SessionRead } from '../../../../core/timeline/found.ts';
import type { Chapter } from '../../../../core/timeline/timeline.ts';
import type { Known } from '../log/known.ts';
import style from '../log/record.module.css';
import { useWallTime } from '../log/wall-time.ts';
import own from './sessions.module.css';
import { TimelineStep } from './timeline-step.tsx';

interface TimelineProps {
  read: SessionRead;
  /** Shows an entry of the log; null where whoever reads may not. */
  onEntry: ((seq: number) => void) | null;
}

/** Everything that happened in a session, in the order of the log, round by round; what was taken back is struck out. */
export const Timeline = ({ read, onEntry }: TimelineProps) => {
  const { t } = useTranslation('sessions');
  const steps = read.chapters.flatMap((chapter) => chapter.steps);
  const known: Known = {
    people: read.people,
    participants: Object.fromEntries(
      steps.flatMap(({ happened }) =>
        happened?.type === 'participant-joined' ? [[happened.ids.participant, happened.ids.person]] : [],
      ),
    ),
  };
  const times = new Map(steps.map(({ seq, at }) => [seq, at]));
  return (
    <section className={style.part} aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline')}</h2>
      <div className={own.chapters}>
        {read.chapters.map((chapter) => (
          <ChapterOf key={chapter.steps[0]?.seq} {...{ chapter, known, times, onEntry }} />
        ))}
      </div>
    </section>
  );
};

interface ChapterProps {
  chapter: Chapter;
  known: Known;
  /** When each entry was recorded, by its number. */
  times: ReadonlyMap<number, string | null>;
  onEntry: TimelineProps['onEntry'];
}

const ChapterOf = ({ chapter, known, times, onEntry }: ChapterProps) => {
  const title = useTitle(chapter);
  const { weekday } = useWallTime();
  const { steps } = chapter;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ol className={own.steps}>
        {steps.map((step, at) => {
          // What was done with a session since may be years later: the day is said where it is another.
          const before = steps[at - 1]?.at?.slice(0, 10);
          const isOtherDay = chapter.kind === 'after' ? step.at?.slice(0, 10) !== before : false;
          return (
            <TimelineStep
              key={step.seq}
              {...{ step, known, times, onEntry }}
              day={isOtherDay && step.at !== null ? weekday(step.at) : null}
            />
          );
        })}
      </ol>
    </section>
  );
};

const useTitle = ({ kind, round }: Chapter): string => {
  const { t } = useTranslation(['sessions', 'board']);
  if (kind !== 'round' || round === null) return t(`sessions:chapter.${kind === 'round' ? 'between' : kind}`);
  const words = t(`board:person.${round.kind}`);
  return round.again ? t('sessions:roundAgain', { round: words }) : words;
};
