import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Session } from '../../../core/session/state.ts';
import type { ReturnWish } from '../../../core/session/words.ts';
import type { Choices, ChoicesChange, PersonCard } from '../../../core/view.ts';
import { Button } from '../../ui/button.tsx';
import { MoreBelow } from '../../ui/more-below.tsx';
import { Name } from '../../ui/name.tsx';
import { ReadAloud } from '../patient/read-aloud.tsx';
import { DeclineSheet } from './decline-sheet.tsx';
import { Faces } from './faces.tsx';
import { Languages } from './languages.tsx';
import { LaterSheet } from './later-sheet.tsx';
import { useSpokenWelcome } from './spoken-welcome.ts';
import { type UnableReason, UnableSheet } from './unable-sheet.tsx';
import style from './welcome.module.css';
import { Wishes } from './wishes.tsx';
import { wordingFor } from './wording.ts';

interface WelcomeProps {
  session: Session;
  people: Record<string, PersonCard>;
  choices: Choices;
  onChange: (change: ChoicesChange) => void;
  /** Begins in the way that was chosen; one by one if none was. */
  onStart: () => void;
  onNotNow: (wish: ReturnWish) => void;
  onDecline: () => void;
  onUnable: (reason: UnableReason) => void;
}

/** A long name is set smaller, so that it does not push the faces away. */
const sizeOf = (name: string) => ([...name].length > 16 ? 'long' : 'short');

/** The patient's own screen: everything on it may be left alone, and one tap goes on. */
export const Welcome = (props: WelcomeProps) => {
  const { session, people, choices, onChange, onStart, onNotNow, onDecline, onUnable } = props;
  const { t } = useTranslation('welcome');
  const [asks, setAsks] = useState<'later' | 'decline' | 'unable' | null>(null);
  const [typed, setTyped] = useState(choices.callMe ?? '');
  const spoken = useSpokenWelcome();
  const name = typed.trim();
  const close = () => setAsks(null);
  return (
    <main className={style.screen}>
      <div className={style.layout}>
        <header className={style.greeting} data-reads={choices.readAloud || undefined}>
          <Faces session={session} people={people} />
          <h1 className={style.hello} data-named={name === '' ? undefined : sizeOf(name)}>
            {name === '' ? (
              t('hello')
            ) : (
              <Trans t={t} i18nKey="helloNamed" values={{ name }} components={{ name: <Name /> }} />
            )}
          </h1>
          <p className={style.lead}>{t(wordingFor(choices.answers).lead)}</p>
          {choices.readAloud && <ReadAloud words={spoken(choices)} className={style.read} />}
        </header>
        <Languages onChange={(language) => onChange({ language })} />
        <Wishes {...{ choices, onChange }} name={typed} onName={setTyped} />
        <div className={style.foot}>
          <nav className={style.ways} aria-label={t('otherAnswers')}>
            <Button variant="plain" onPress={() => setAsks('unable')}>
              {t('unable')}
            </Button>
            <Button variant="plain" onPress={() => setAsks('decline')}>
              {t('decline')}
            </Button>
          </nav>
          <div className={style.go}>
            <MoreBelow />
            <Button onPress={() => setAsks('later')} className={style.notNow}>
              {t('notNow')}
            </Button>
            <Button variant="primary" onPress={onStart} className={style.begin}>
              {t('begin')}
            </Button>
          </div>
        </div>
      </div>
      <LaterSheet isOpen={asks === 'later'} onClose={close} onLater={onNotNow} />
      <DeclineSheet isOpen={asks === 'decline'} onClose={close} onDecline={onDecline} />
      <UnableSheet isOpen={asks === 'unable'} onClose={close} onUnable={onUnable} />
    </main>
  );
};
