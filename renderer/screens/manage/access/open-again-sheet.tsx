import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpeningReason, openingReasons } from '../../../../core/access/holders.ts';
import { type HolderCard, openAgain } from '../../../device/manage/holders.ts';
import { Button } from '../../../ui/button.tsx';
import { ChoiceGroup } from '../../../ui/choice-group.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { AccessProblemNotice } from './problem-notice.tsx';
import type { AccessProblem, Change } from './use-change.ts';

interface OpenAgainSheetProps {
  /** Whose PIN; null while the sheet is closed. */
  holder: HolderCard | null;
  change: Change;
  problem: AccessProblem | null;
  onClose: () => void;
}

/** A PIN that was wrong too often is opened again, for a reason that the log keeps. */
export const OpenAgainSheet = ({ holder, change, problem, onClose }: OpenAgainSheetProps) => {
  const { t } = useTranslation('manage');
  return (
    <Sheet title={t('access.openAgain')} isOpen={holder !== null} onClose={onClose}>
      {holder !== null && (
        <OpenAgainForm person={holder.person.id} {...{ change, problem }} onDone={onClose} />
      )}
    </Sheet>
  );
};

interface OpenAgainFormProps {
  person: string;
  change: Change;
  problem: AccessProblem | null;
  onDone: () => void;
}

const OpenAgainForm = ({ person, change, problem, onDone }: OpenAgainFormProps) => {
  const { t } = useTranslation('manage');
  const [because, setBecause] = useState<OpeningReason | null>(null);
  const open = async () => {
    if (because === null) return;
    if (await change((as, id) => openAgain(as, { id, person, because }))) onDone();
  };
  return (
    <>
      <ChoiceGroup
        label={t('recovery.because')}
        options={openingReasons.map((one) => ({ value: one, label: t(`because.${one}`) }))}
        value={because}
        onChange={setBecause}
      />
      <AccessProblemNotice problem={problem} />
      <Button variant="primary" isDisabled={because === null} onPress={open}>
        {t('access.openAgain')}
      </Button>
    </>
  );
};
