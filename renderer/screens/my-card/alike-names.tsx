import { useTranslation } from 'react-i18next';
import { wholeName } from '../../../core/names.ts';
import { roleOf } from '../../../core/roles.ts';
import type { PersonCard } from '../../../core/view.ts';
import { useRoleName } from '../../i18n/role-name.ts';
import { Portrait } from '../../ui/portrait.tsx';
import style from './alike-names.module.css';

/** Who may be taken for whoever's card it is, by the name they gave themselves: to know, not to forbid. */
export const AlikeNames = ({ people }: { people: readonly PersonCard[] }) => {
  const { t } = useTranslation('card');
  const roleName = useRoleName();
  return (
    <div role="status" className={style.alike}>
      {people.length > 0 && <p>{t('alike')}</p>}
      {people.map((person) => (
        <div key={person.id} className={style.person}>
          <Portrait person={person} family={roleOf(person.role).family} className={style.face} />
          <span>
            <bdi className={style.name}>{wholeName(person)}</bdi>
            <span>{roleName(person.role, person.gender)}</span>
          </span>
        </div>
      ))}
    </div>
  );
};
