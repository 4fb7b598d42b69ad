import { useTranslation } from 'react-i18next';
import type { DeviceView } from '../../../core/view.ts';
import { AtRest } from './at-rest.tsx';
import { InSession } from './in-session.tsx';
import style from './wall.module.css';

interface WallViewProps {
  view: DeviceView | null;
  /** Whether the kiosk answers. */
  connected: boolean;
}

/**
 * The second display: it follows what the kiosk shows and keeps the names up. Nobody touches it, so nothing on it can be
 * touched or have the focus; and nothing that the patient chose, asked or is called is ever on it.
 */
export const WallView = ({ view, connected }: WallViewProps) => {
  const { t } = useTranslation('wall');
  return (
    <div className={style.wall}>
      {view === null ? (
        <main className={style.opening}>
          <h1>{t('opening')}</h1>
        </main>
      ) : view.session === null ? (
        <AtRest view={view} />
      ) : (
        <InSession
          session={view.session}
          people={view.people}
          place={view.place.name}
          awake={view.choices.awake}
        />
      )}
      <p className={style.away} role="status">
        {!connected && t('away')}
      </p>
    </div>
  );
};
