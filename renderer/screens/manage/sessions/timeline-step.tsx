import { useTranslation } from 'react-i18next';
import type { Step } from '../../../../core/timeline/timeline.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { ActorWords } from '../log/actor-words.tsx';
import type { Known } from '../log/known.ts';
import { Sentence } from '../log/sentence.tsx';
import { useWallTime } from '../log/wall-time.ts';
import own from './sessions.module.css';

interface TimelineStepProps {
  step: Step;
  known: Known;
  times: ReadonlyMap<number, string | null>;
  /** Said where it is another day than that of the line above. */
  day: string | null;
  onEntry: ((seq: number) => void) | null;
}

/** What happens by itself while a round goes on. */
const quiet = new Set(['introduction-started', 'round-opened', 'log-read']);

const idOf = (seq: number): string => `entry-${seq}`;

/** Takes whoever follows a link to the line that it is about. */
const goTo = (seq: number): void => {
  const line = document.getElementById(idOf(seq));
  line?.scrollIntoView({ block: 'center' });
  line?.focus();
};

/** One line of a timeline: when, what, by whom; what it takes back, and what took it back. */
export const TimelineStep = ({ step, known, times, day, onEntry }: TimelineStepProps) => {
  const { t } = useTranslation(['sessions', 'log']);
  const { number } = useLanguage();
  const { seconds } = useWallTime();
  const { seq, at, by, happened, takesBack, takenBackBy } = step;
  const time = (of: number): string => seconds(times.get(of) ?? '');
  return (
    <li
      id={idOf(seq)}
      tabIndex={-1}
      className={own.step}
      data-quiet={quiet.has(happened?.type ?? '') || undefined}
      data-taken={takenBackBy !== null || undefined}
    >
      <span className={own.time}>
        {day !== null && <span className={own.by}>{day}</span>}
        {at !== null && seconds(at)}
      </span>
      <span className={own.said}>
        <What step={step} known={known} />
        {by !== null && ('person' in by || by.kind === 'command-line') && (
          <span className={own.by}>
            <ActorWords actor={by} known={known} />
          </span>
        )}
        {takenBackBy !== null && (
          <Button variant="plain" className={own.link} onPress={() => goTo(takenBackBy)}>
            {t('sessions:takenBack', { time: time(takenBackBy) })}
          </Button>
        )}
        {takesBack.map((taken) => (
          <Button key={taken} variant="plain" className={own.link} onPress={() => goTo(taken)}>
            {t('sessions:takesBack', { time: time(taken) })}
          </Button>
        ))}
      </span>
      {onEntry !== null && (
        <Button
          variant="plain"
          className={own.entry}
          aria-label={t('log:entry.title', { n: number(seq) })}
          onPress={() => onEntry(seq)}
        >
          {number(seq)}
        </Button>
      )}
    </li>
  );
};

const What = ({ step: { happened, takenBackBy }, known }: { step: Step; known: Known }) => {
  const { t } = useTranslation('log');
  if (happened === null) return <strong>{t('entry.unreadable')}</strong>;
  const sentence = <Sentence happened={happened} known={known} />;
  const ended = happened.type === 'round-ended' ? happened.data.beforeSedation : null;
  return (
    <>
      {/* Struck out also for who hears it. */}
      {takenBackBy === null ? <span>{sentence}</span> : <del className={own.what}>{sentence}</del>}
      {ended !== null && ` ${t(ended ? 'sedation.before' : 'sedation.after')}`}
    </>
  );
};
