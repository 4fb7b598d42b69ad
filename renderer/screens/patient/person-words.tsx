import { Trans, useTranslation } from 'react-i18next';
import { isFamilyFirst, wholeName } from '../../../core/names.ts';
import { type RoleId, roleOf } from '../../../core/roles.ts';
import type { PersonCard } from '../../../core/view.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Name } from '../../ui/name.tsx';
import { NameSound } from './name-sound.tsx';
import style from './person-words.module.css';

interface PersonProps {
  person: PersonCard;
  /** The role they have today. */
  role: RoleId;
  /** Whether they will see each other again, where the role does not say it. */
  again?: string | null;
}

/** Letters of a name from which on it is set smaller, so that it does not push the buttons off the screen. */
const longName = 16;

/** Who this is, in the order that matters: name, role in plain words, what they do for you, whether you meet again. */
export const PersonWords = ({ person, role, again = null }: PersonProps) => {
  const { t } = useTranslation(['patient', 'roles']);
  const context = person.gender;
  return (
    <div className={style.words} data-family={roleOf(role).family}>
      <div>
        <div className={style.named}>
          <h1 className={style.name} data-long={[...person.first].length > longName || undefined}>
            <Name>{person.first}</Name>
          </h1>
          {person.nameSound !== null && <NameSound key={person.id} sound={person.nameSound} />}
        </div>
        {(person.rest !== '' || person.sayIt !== null) && (
          <p className={style.rest}>
            {person.rest !== '' && <Name>{isFamilyFirst(person) ? wholeName(person) : person.rest}</Name>}
            {person.rest !== '' && person.sayIt !== null && ' · '}
            {person.sayIt !== null && (
              <Trans t={t} i18nKey="say" values={{ say: person.sayIt }} components={{ say: <bdi /> }} />
            )}
          </p>
        )}
      </div>
      <p className={style.role}>{t(`roles:${role}.patient`, { context })}</p>
      <p className={style.duty}>
        {t(`roles:${role}.today`, { context })} {again ?? t(`roles:${role}.again`, { context })}
      </p>
    </div>
  );
};

/** What they say about themselves, as under a picture: a line of their own, and their languages. */
export const PersonCaption = ({ person }: Pick<PersonProps, 'person'>) => {
  const { t } = useTranslation('patient');
  const { list, nameOf } = useLanguage();
  const languages = person.languages.map(nameOf).filter((name) => name !== null);
  return (
    <p className={style.caption}>
      {person.line !== null && (
        <bdi>
          <q>{person.line}</q>
        </bdi>
      )}{' '}
      {languages.length > 0 && (
        <span className={style.languages}>{t('speak', { languages: list(languages) })}</span>
      )}
    </p>
  );
};
