import { useTranslation } from 'react-i18next';
import type { RoleId } from '../../../core/roles.ts';
import type { PersonCard } from '../../../core/view.ts';
import type { Spoken } from '../../device/speech-plan.ts';

/** A person as they are read aloud: the name as they say it, then what their card says of them. */
export const useSpokenPerson = () => {
  const { t } = useTranslation('roles');
  return (person: PersonCard, role: RoleId, again: string | null = null): Spoken[] => {
    const context = person.gender;
    return [
      nameOf(person),
      t(`${role}.patient`, { context }),
      t(`${role}.today`, { context }),
      again ?? t(`${role}.again`, { context }),
    ];
  };
};

/** A name to be said, in the language of whoever has it. */
export const nameOf = ({ first, languages }: PersonCard): Spoken => ({ name: first, languages });
