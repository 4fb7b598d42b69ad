import { useTranslation } from 'react-i18next';
import type { GrammaticalGender } from '../../../core/names.ts';
import { type RoleFamily, type RoleId, roleFamilies, roleIds, roleOf } from '../../../core/roles.ts';
import { useRoleName } from '../../i18n/role-name.ts';
import { Toggle } from '../../ui/toggle.tsx';
import style from './role-choice.module.css';

interface RoleChoiceProps {
  gender: GrammaticalGender;
  value: RoleId | null;
  onChange: (role: RoleId) => void;
  /** The families to begin with, where those are likelier. */
  first?: readonly RoleFamily[];
}

/** Every role there is, by family. One touch chooses. */
export const RoleChoice = ({ gender, value, onChange, first = [] }: RoleChoiceProps) => {
  const { t } = useTranslation('roles');
  const roleName = useRoleName();
  const families = [...new Set([...first, ...roleFamilies])];
  return families.map((family) => (
    <section key={family} className={style.family} data-family={family}>
      <h3 className={style.title}>{t(`families.${family}`)}</h3>
      <div className={style.roles}>
        {roleIds
          .filter((role) => roleOf(role).family === family)
          .map((role) => (
            <Toggle key={role} isSelected={role === value} onChange={() => onChange(role)}>
              {roleName(role, gender)}
            </Toggle>
          ))}
      </div>
    </section>
  ));
};
