import { useTranslation } from 'react-i18next';
import { TextInput } from '../../../ui/text-input.tsx';
import { Group } from './group.tsx';
import { NumberInput } from './number-input.tsx';
import type { GroupProps } from './settings-form.tsx';
import type { Said } from './use-save.ts';

const ofTheFolder = ['not-a-folder', 'within-the-record', 'not-writable'] as const;

/** How long things are kept, and where else they are kept. */
export const Keeping = ({
  typed: { photoYears, stayDays, retentionYears, backupFolder },
  set,
  said,
}: GroupProps & { said: Said | null }) => {
  const { t } = useTranslation('settings');
  const wrong = ofTheFolder.find((one) => one === said);
  return (
    <Group title={t('keepTitle')} why={t('keepWhy')}>
      <NumberInput
        label={t('retention')}
        hint={t('retentionHint')}
        value={retentionYears}
        least={1}
        most={100}
        onChange={(years) => set({ retentionYears: years })}
      />
      <NumberInput
        label={t('photos')}
        hint={t('photosHint')}
        value={photoYears}
        least={1}
        most={50}
        onChange={(years) => set({ photoYears: years })}
      />
      <NumberInput
        label={t('stays')}
        hint={t('staysHint')}
        value={stayDays}
        least={1}
        most={365}
        onChange={(days) => set({ stayDays: days })}
      />
      <TextInput
        label={t('backups')}
        hint={t('backupsHint')}
        value={backupFolder ?? ''}
        onChange={(text) => set({ backupFolder: text.trim() === '' ? null : text.trim() })}
        maxLength={500}
        problem={wrong === undefined ? null : t(`said.${wrong}`)}
      />
    </Group>
  );
};
