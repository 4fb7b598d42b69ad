import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpeningReason, openingReasons } from '../../../../core/access/holders.ts';
import { type HolderCard, openAgain } from '../../../device/manage/holders.ts';
import { Button } from '../../../ui/button.tsx';
import { ChoiceGroup } from '../../../ui/choice-group.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import type { Change } from './use-change.ts';

interface OpenAgainSheetProps {
  /** Whose PIN; null while the sheet is closed. */
  holder: HolderCard | null;
  change: Change;
  onClose: () => void;
}

/** A PIN that was wrong too often is opened again, for a reason that the log keeps. */
export const OpenAgainSheet = ({ holder, change, onClose }: OpenAgainSheetProps) => {
  const { t } = useTranslation('manage');
  return (
    <Sheet title={t('access.openAgain')} isOpen={holder !== null} onClose={onClose}>
      {holder !== null && <OpenAgainForm person={holder.person.id} {...{ change }} onDone={onClose} />}
    </Sheet>
  );
};

interface OpenAgainFormProps {
  person: string;
  change: Change;
  onDone: () => void;
}

const OpenAgainForm = ({ person, change, onDone }: OpenAgainFormProps) => {
  const { t } = useTranslation('manage');
  const [because, setBecause] = useState<OpeningReason | null>(null);
  const open = async () => {
    if (because === null) return;
    await change((as, id) => openAgain(as, { id, person, because }));
    onDone();
  };
  return (
    <>
      <ChoiceGroup
        label={t('recovery.because')}
        options={openingReasons.map((one) => ({ value: one, label: t(`because.${one}`) }))}
        value={because}
        onChange={setBecause}
      />
      <Button variant="primary" isDisabled={because === null} onPress={open}>
        {t('access.openAgain')}
      </Button>
    </>
  );
};
