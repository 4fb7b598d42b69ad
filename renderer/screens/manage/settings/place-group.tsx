import { useTranslation } from 'react-i18next';
import { longestName } from '../../../../core/names.ts';
import { TextInput } from '../../../ui/text-input.tsx';
import { Group } from './group.tsx';
import type { GroupProps } from './settings-form.tsx';

export const PlaceGroup = ({ typed: { place }, set, problems }: GroupProps) => {
  const { t } = useTranslation(['settings', 'manage']);
  return (
    <Group title={t('place.title')} why={t('place.why')}>
      <TextInput
        label={t('manage:first.place')}
        value={place.name}
        onChange={(name) => set({ place: { ...place, name } })}
        maxLength={longestName}
        problem={problems.has('place') ? t('said.no-name') : null}
      />
      <TextInput
        label={t('manage:first.unit')}
        value={place.unit}
        onChange={(unit) => set({ place: { ...place, unit } })}
        maxLength={longestName}
      />
    </Group>
  );
};
