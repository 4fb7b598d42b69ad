import { useTranslation } from 'react-i18next';
import type { DeviceView } from '../../../core/view.ts';
import { Button } from '../../ui/button.tsx';

interface MyCardProps {
  view: DeviceView;
  onDone: () => void;
}

/** A team member’s own card, after their badge or PIN. */
export const MyCard = ({ onDone }: MyCardProps) => {
  const { t } = useTranslation('card');
  return (
    <main>
      <h1>{t('title')}</h1>
      <Button onPress={onDone}>{t('title')}</Button>
    </main>
  );
};
