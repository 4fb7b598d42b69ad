import { useTranslation } from 'react-i18next';
import { type NamePolicy, namePolicies } from '../../../../core/names.ts';
import { ChoiceGroup } from '../../../ui/choice-group.tsx';
import { Group } from './group.tsx';
import type { GroupProps } from './settings-form.tsx';

export const NamesGroup = ({ typed: { names, unitNames }, set }: GroupProps) => {
  const { t } = useTranslation('settings');
  const policies = namePolicies.map((value) => ({ value, label: t(`policy.${value}`) }));
  return (
    <Group title={t('nameTitle')} why={t('nameWhy')}>
      <ChoiceGroup<NamePolicy>
        label={t('nameSite')}
        options={policies}
        value={names}
        onChange={(chosen) => set({ names: chosen })}
      />
      <ChoiceGroup<NamePolicy | 'site'>
        label={t('nameUnit')}
        options={[{ value: 'site', label: t('policy.site') }, ...policies]}
        value={unitNames ?? 'site'}
        onChange={(chosen) => set({ unitNames: chosen === 'site' ? null : chosen })}
      />
    </Group>
  );
};
