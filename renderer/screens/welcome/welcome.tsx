import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Session } from '../../../core/session/state.ts';
import { companions, waysToMeet } from '../../../core/session/words.ts';
import type { Choices, ChoicesChange, PersonCard } from '../../../core/view.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { languages, ownName } from '../../i18n/languages.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { Faces } from './faces.tsx';
import { type UnableReason, UnableSheet } from './unable-sheet.tsx';
import style from './welcome.module.css';

interface WelcomeProps {
  session: Session;
  people: Record<string, PersonCard>;
  choices: Choices;
  onChange: (change: ChoicesChange) => void;
  /** Begins in the way that was chosen; one by one if none was. */
  onStart: () => void;
  onNotNow: () => void;
  onDecline: () => void;
  onUnable: (reason: UnableReason) => void;
}

/** The patient's own screen: everything on it may be left alone, and one tap goes on. */
export const Welcome = (props: WelcomeProps) => {
  const { session, people, choices, onChange, onStart, onNotNow, onDecline, onUnable } = props;
  const { t } = useTranslation('welcome');
  const { language } = useLanguage();
  const [isUnable, setIsUnable] = useState(false);
  const [callMe, setCallMe] = useState(choices.callMe ?? '');
  const way = choices.way ?? 'one-by-one';
  const name = callMe.trim();
  return (
    <main className={style.screen}>
      <div className={style.layout}>
        <header className={style.greeting}>
          <h1 className={style.hello} data-named={name !== '' || undefined}>
            {name === '' ? (
              t('hello')
            ) : (
              <Trans t={t} i18nKey="helloNamed" values={{ name }} components={{ name: <bdi /> }} />
            )}
          </h1>
          <p className={style.lead}>{t('lead')}</p>
          <Faces session={session} people={people} />
        </header>
        <div className={style.wishes}>
          <ChoiceGroup
            label={t('language')}
            isLabelHidden
            options={languages.map((one) => ({ value: one, label: ownName(one), lang: one }))}
            value={language}
            onChange={(value) => onChange({ language: value })}
          />
          <TextInput
            label={t('callMe')}
            value={callMe}
            onChange={setCallMe}
            onBlur={() => onChange({ callMe: name === '' ? null : name })}
            maxLength={120}
          />
          <ChoiceGroup
            label={t('meet')}
            options={waysToMeet.map((value) => ({ value, label: t(`way.${value}`) }))}
            value={way}
            onChange={(value) => onChange({ way: value })}
          />
          <ChoiceGroup
            label={t('withMe')}
            options={companions.map((value) => ({ value, label: t(`companion.${value}`) }))}
            value={choices.withMe}
            onChange={(value) => onChange({ withMe: value })}
          />
          <div className={style.pair}>
            <ChoiceGroup
              label={t('students')}
              options={[
                { value: 'yes', label: t('studentsYes') },
                { value: 'no', label: t('studentsNo') },
              ]}
              value={choices.students === null ? null : choices.students ? 'yes' : 'no'}
              onChange={(value) => onChange({ students: value === 'yes' })}
            />
            <fieldset className={style.help}>
              <legend>{t('help')}</legend>
              <Toggle isSelected={choices.readAloud} onChange={(readAloud) => onChange({ readAloud })}>
                {t('readAloud')}
              </Toggle>
              <Toggle isSelected={choices.largerText} onChange={(largerText) => onChange({ largerText })}>
                {t('largerText')}
              </Toggle>
            </fieldset>
          </div>
        </div>
        <nav className={style.ways} aria-label={t('otherAnswers')}>
          <Button variant="plain" onPress={onDecline}>
            {t('decline')}
          </Button>
          <Button variant="plain" onPress={() => setIsUnable(true)}>
            {t('unable')}
          </Button>
        </nav>
        <div className={style.go}>
          <Button onPress={onNotNow} className={style.notNow}>
            {t('notNow')}
          </Button>
          <Button variant="primary" onPress={onStart} className={style.begin}>
            {t('begin')}
          </Button>
        </div>
      </div>
      <UnableSheet isOpen={isUnable} onClose={() => setIsUnable(false)} onUnable={onUnable} />
    </main>
  );
};
