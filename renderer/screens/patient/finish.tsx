import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Participant } from '../../../core/session/state.ts';
import type { Outcome } from '../../../core/session/words.ts';
import type { PersonCard } from '../../../core/view.ts';
import { Button } from '../../ui/button.tsx';
import { Name } from '../../ui/name.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import style from './finish.module.css';

interface FinishProps {
  /** Whether the record is to say that this was before any sleep medicine. */
  asksSedation: boolean;
  /** The outcome when nobody is left out. */
  outcome: 'completed' | 'shown';
  /** Those who have not been introduced and are here. */
  left: readonly { participant: Participant; person: PersonCard }[];
  onMeet: (participant: string) => void;
  onFinish: (end: { outcome: Outcome; beforeSedation: boolean | null }) => void;
  /** What the patient may take along, and the little check, where they are offered. */
  onTakeAlong: (() => void) | null;
  onCheck: (() => void) | null;
}

/** The end of a round, in one tap; if somebody is left out, it says who and offers to go back to them. */
export const Finish = (props: FinishProps) => {
  const { asksSedation, outcome, left, onMeet, onFinish, onTakeAlong, onCheck } = props;
  const { t } = useTranslation(['patient', 'recall']);
  const [asked, setAsked] = useState<{ beforeSedation: boolean | null } | null>(null);
  const finish = (beforeSedation: boolean | null) => {
    if (left.length > 0) setAsked({ beforeSedation });
    else onFinish({ outcome, beforeSedation });
  };
  return (
    <footer className={style.finish}>
      {onTakeAlong !== null && (
        <Button onPress={onTakeAlong} className={style.other}>
          {t('takeAlong')}
        </Button>
      )}
      {onCheck !== null && (
        <Button onPress={onCheck} className={style.other}>
          {t('recall:offer')}
        </Button>
      )}
      {asksSedation ? (
        <>
          <Button variant="plain" onPress={() => finish(false)} className={style.after}>
            {t('doneAfter')}
          </Button>
          <Button variant="primary" onPress={() => finish(true)} className={style.done}>
            {t('doneBefore')}
          </Button>
        </>
      ) : (
        <Button variant="primary" onPress={() => finish(null)} className={style.done}>
          {t('done')}
        </Button>
      )}
      <Sheet title={t('left')} isOpen={asked !== null} onClose={() => setAsked(null)}>
        <div className={style.left}>
          {left.map(({ participant, person }) => (
            <Button key={participant.id} onPress={() => onMeet(participant.id)}>
              <span>
                <Trans
                  t={t}
                  i18nKey="meetNow"
                  values={{ name: person.first }}
                  components={{ name: <Name /> }}
                />
              </span>
            </Button>
          ))}
        </div>
        <Button
          variant="primary"
          onPress={() =>
            onFinish({
              // Whoever was left may have been met elsewhere while this was asked.
              outcome: left.length === 0 ? outcome : 'stopped',
              beforeSedation: asked?.beforeSedation ?? null,
            })
          }
        >
          {t('finishWithout')}
        </Button>
      </Sheet>
    </footer>
  );
};
