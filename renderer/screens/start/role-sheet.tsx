import { Trans, useTranslation } from 'react-i18next';
import type { RoleId } from '../../../core/roles.ts';
import type { PersonCard } from '../../../core/view.ts';
import { Name } from '../../ui/name.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { RoleChoice } from './role-choice.tsx';

interface RoleSheetProps {
  /** Whose role is asked for; null while nobody's is. */
  person: PersonCard | null;
  role: RoleId | null;
  onClose: () => void;
  onRole: (role: RoleId) => void;
}

/** What somebody does today, if it is not what they usually do. */
export const RoleSheet = ({ person, role, onClose, onRole }: RoleSheetProps) => {
  const { t } = useTranslation('start');
  return (
    <Sheet
      title={
        <Trans
          t={t}
          i18nKey="roleTitle"
          values={{ name: person?.first ?? '' }}
          components={{ name: <Name /> }}
        />
      }
      isOpen={person !== null}
      onClose={onClose}
    >
      <RoleChoice
        gender={person?.gender ?? 'neutral'}
        value={role}
        onChange={(chosen) => {
          onRole(chosen);
          onClose();
        }}
      />
    </Sheet>
  );
};
