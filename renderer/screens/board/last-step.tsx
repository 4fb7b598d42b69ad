import { Trans, useTranslation } from 'react-i18next';
import { canUndo } from '../../../core/session/decide-record.ts';
import type { Session } from '../../../core/session/state.ts';
import type { Outcome, Status } from '../../../core/session/words.ts';
import type { PersonCard } from '../../../core/view.ts';
import { useCommandState, useCommands } from '../../device/device.tsx';
import { InLanguage, useLanguage } from '../../i18n/language.tsx';
import { Name } from '../../ui/name.tsx';
import { UndoBar } from '../../ui/undo-bar.tsx';
import { memberOf } from './members.ts';

/** What the event recorded, if that still stands and can be taken back: who it was about, and what was said of them. */
export const stepIn = (
  session: Session,
  event: string,
): { participant: string | null; what: Status | 'came' | 'left' | 'handed-over' | EndedAs } | null => {
  if (!canUndo(session, event)) return null;
  const [gone, ...others] = session.participants.filter((one) => one.left === event);
  // A shift change ends for all at once, and so it is taken back.
  if (gone !== undefined && others.length > 0) return { participant: null, what: 'ended' };
  if (gone !== undefined)
    return { participant: gone.id, what: gone.handedTo === null ? 'left' : 'handed-over' };
  const came = session.participants.find((one) => one.left === null && one.came.event === event);
  if (came !== undefined && event !== session.id) return { participant: came.id, what: 'came' };
  for (const round of session.rounds) {
    if (round.ended?.event === event) return { participant: null, what: endedAs(round.ended.outcome) };
    const recorded = round.introductions.find((one) => one.record === event);
    if (recorded?.status != null) return { participant: recorded.participant, what: recorded.status };
  }
  return null;
};

type EndedAs = 'ended' | 'postponed' | 'refused';

/** The patient still looks at the screen when they have said no: what is said then is kind. */
const endedAs = (outcome: Outcome): EndedAs => {
  if (outcome === 'postponed') return 'postponed';
  return outcome === 'declined' ? 'refused' : 'ended';
};

type ToPatientStep = 'postponed' | 'refused';

const isToPatient = (what: string): what is ToPatientStep => what === 'postponed' || what === 'refused';

/** The patient reads this, on a screen that speaks the staff's language otherwise. */
const ToPatient = ({ what }: { what: ToPatientStep }) => {
  const { t } = useTranslation('board');
  const { language, direction } = useLanguage();
  return (
    <span lang={language} dir={direction}>
      {t(`step.${what}`)}
    </span>
  );
};

/** What the patient is told of a card, in words that are said to them. */
const ofCards = ['introduced', 'absent', 'skipped', 'declined'] as const;

/** The key of the words for a step, for whoever looks at the screen. */
const wordsFor = (what: NonNullable<ReturnType<typeof stepIn>>['what'], reader: LastStepProps['reader']) => {
  const ofCard = reader === 'patient' ? ofCards.find((one) => one === what) : undefined;
  return ofCard === undefined ? (`board:step.${what}` as const) : (`patient:step.${ofCard}` as const);
};

interface LastStepProps {
  session: Session;
  people: Record<string, PersonCard>;
  /** What the patient chose to be spoken to in; null for the language of the screen. */
  language: string | null;
  /** Who looks at the screen. */
  reader: 'patient' | 'staff';
}

/** Offers back what was tapped last in this window. Once it was taken back, from wherever, the offer is gone. */
export const LastStep = ({ session, people, language, reader }: LastStepProps) => {
  const { t } = useTranslation(['board', 'patient']);
  const { language: here } = useLanguage();
  const { step } = useCommandState();
  const { send, keep } = useCommands();
  const found = step === null ? null : stepIn(session, step.event);
  const name = memberOf(session, people, found?.participant ?? null)?.person.first ?? '';
  const undo = async (of: string) => {
    const answer = await send({ type: 'undo', session: session.id, of });
    if (answer.outcome === 'recorded') keep(null);
  };
  return (
    <UndoBar
      step={
        step === null || found === null
          ? null
          : {
              id: step.event,
              at: step.at,
              message: isToPatient(found.what) ? (
                <InLanguage wanted={[language, here]}>
                  <ToPatient what={found.what} />
                </InLanguage>
              ) : (
                <Trans
                  t={t}
                  i18nKey={wordsFor(found.what, reader)}
                  values={{ name }}
                  components={{ name: <Name /> }}
                />
              ),
            }
      }
      onUndo={undo}
    />
  );
};
