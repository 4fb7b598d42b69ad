import { Trans, useTranslation } from 'react-i18next';
import { type RoleId, roleOf } from '../../../core/roles.ts';
import type { Choices, PersonCard } from '../../../core/view.ts';
import { Button } from '../../ui/button.tsx';
import { MoreBelow } from '../../ui/more-below.tsx';
import { Name } from '../../ui/name.tsx';
import { Portrait } from '../../ui/portrait.tsx';
import { ReadAloud } from './read-aloud.tsx';
import style from './recall.module.css';
import { nameOf } from './spoken-person.ts';

interface RecallAnswerProps {
  person: PersonCard;
  role: RoleId;
  isRight: boolean;
  choices: Choices;
  onBack: () => void;
}

/** Who it is, with face and name, whichever face was touched. */
export const RecallAnswer = ({ person, role, isRight, choices, onBack }: RecallAnswerProps) => {
  const { t } = useTranslation(['recall', 'roles', 'patient']);
  const said = isRight ? 'right' : 'other';
  // Whoever found the face did not forget.
  const stays = t(isRight ? 'patient:namesStay' : 'stays');
  const who = t(`roles:${role}.patient`, { context: person.gender });
  return (
    <main className={style.screen}>
      <div className={style.answer} data-family={roleOf(role).family}>
        <Portrait person={person} family={roleOf(role).family} className={style.who} />
        <div className={style.words} aria-live="polite">
          <h1 className={style.name}>
            <Trans t={t} i18nKey={said} values={{ name: person.first }} components={{ name: <Name /> }} />
          </h1>
          <p className={style.role}>{who}</p>
          <p className={style.stays}>{stays}</p>
          {choices.readAloud && <ReadAloud words={[nameOf(person), who, stays]} className={style.read} />}
        </div>
        <footer className={style.foot}>
          <MoreBelow />
          <Button variant="primary" onPress={onBack} className={style.back}>
            {t('back')}
          </Button>
        </footer>
      </div>
    </main>
  );
};
