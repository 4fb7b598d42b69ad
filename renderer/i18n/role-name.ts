import { useTranslation } from 'react-i18next';
import type { GrammaticalGender } from '../../core/names.ts';
import type { RoleId } from '../../core/roles.ts';

/** A role in a word or two, in the gender that a person's pronouns ask for. */
export const useRoleName = () => {
  const { t } = useTranslation('roles');
  return (role: RoleId, gender: GrammaticalGender = 'neutral'): string =>
    t(`${role}.name`, { context: gender });
};
