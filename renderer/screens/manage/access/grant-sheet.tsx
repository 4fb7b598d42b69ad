import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type GrantedRole, grantedRoles } from '../../../../core/access/permissions.ts';
import type { PersonCard } from '../../../../core/view.ts';
import { grant, type HolderCard } from '../../../device/manage/holders.ts';
import { ChoiceGroup } from '../../../ui/choice-group.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { NewPin } from '../parts/new-pin.tsx';
import { PersonFinder, PersonRow } from '../parts/person-finder.tsx';
import { AccessProblemNotice } from './problem-notice.tsx';
import type { AccessProblem, Change } from './use-change.ts';

interface GrantSheetProps {
  isOpen: boolean;
  /** Whose access is changed; null for somebody new. */
  holder: HolderCard | null;
  change: Change;
  problem: AccessProblem | null;
  onClose: () => void;
}

/** Somebody gets a role here, and types a PIN of their own. */
export const GrantSheet = ({ isOpen, onClose, ...form }: GrantSheetProps) => {
  const { t } = useTranslation('manage');
  return (
    <Sheet
      title={t(form.holder === null ? 'access.give' : 'access.changeTitle')}
      isOpen={isOpen}
      onClose={onClose}
    >
      <GrantForm {...form} onDone={onClose} />
    </Sheet>
  );
};

interface GrantFormProps extends Pick<GrantSheetProps, 'holder' | 'change' | 'problem'> {
  onDone: () => void;
}

const GrantForm = ({ holder, change, problem, onDone }: GrantFormProps) => {
  const { t } = useTranslation('manage');
  const [person, setPerson] = useState<PersonCard | null>(holder?.person ?? null);
  const [role, setRole] = useState<GrantedRole | null>(holder?.role ?? null);
  if (person === null) return <PersonFinder label={t('finder.name')} onChoose={setPerson} />;
  return (
    <>
      <PersonRow person={person} onPress={() => setPerson(null)} />
      <ChoiceGroup
        label={t('access.which')}
        layout="column"
        options={grantedRoles.map((one) => ({
          value: one,
          label: t(`roles.${one}`),
          hint: t(`access.may.${one}`),
        }))}
        value={role}
        onChange={setRole}
      />
      {role !== null && (
        <>
          <p>{t('access.pinWhy')}</p>
          <NewPin
            keep={t('access.give')}
            onPin={async (pin) => {
              // Who does not give their PIN once more finds what was typed, and may try again.
              if (await change((as, id) => grant(as, { id, person: person.id, role, pin }))) onDone();
            }}
          />
          <AccessProblemNotice problem={problem} />
        </>
      )}
    </>
  );
};
