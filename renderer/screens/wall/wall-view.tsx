import { useTranslation } from 'react-i18next';
import type { DeviceView } from '../../../core/view.ts';

/** The second display: it follows what the kiosk shows and is never touched. */
export const WallView = ({ view }: { view: DeviceView | null }) => {
  const { t } = useTranslation('wall');
  return (
    <main>
      <h1>{view?.place.name ?? t('title')}</h1>
    </main>
  );
};
