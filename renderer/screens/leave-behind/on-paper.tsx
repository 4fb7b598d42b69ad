import { useTranslation } from 'react-i18next';
import { isFamilyFirst, wholeName } from '../../../core/names.ts';
import { type RoleId, roleOf } from '../../../core/roles.ts';
import type { PersonCard } from '../../../core/view.ts';
import { manyMarks } from '../../ui/many-marks.ts';
import { Portrait } from '../../ui/portrait.tsx';
import style from './leave-page.module.css';

interface OnPaperProps {
  person: PersonCard;
  role: RoleId;
}

/** One of the team on the printed page: face, name, role in plain words, what they do, when they are seen again. */
export const OnPaper = ({ person, role }: OnPaperProps) => {
  const { t } = useTranslation(['leave', 'roles']);
  const context = person.gender;
  return (
    <li className={style.person}>
      <Portrait person={person} family={roleOf(role).family} className={style.face} />
      <div className={style.words}>
        <h2 className={style.name}>
          <bdi data-letters={manyMarks(wholeName(person)) ? 'many-marks' : undefined}>
            {isFamilyFirst(person) ? (
              wholeName(person)
            ) : (
              <>
                {person.first} {person.rest !== '' && <span className={style.rest}>{person.rest}</span>}
              </>
            )}
          </bdi>
        </h2>
        {person.sayIt !== null && <p className={style.say}>{t('text.say', { say: person.sayIt })}</p>}
        <p className={style.role}>{t(`roles:${role}.patient`, { context })}</p>
        <p>
          {t(`roles:${role}.today`, { context })} {t(`roles:${role}.again`, { context })}
        </p>
      </div>
    </li>
  );
};
