import { useTranslation } from 'react-i18next';
import { useFocusOnArrival } from '../../device/page.ts';
// The words of all sections come with the frame around them.
import '../../i18n/words-for-managers.ts';
import { Button } from '../../ui/button.tsx';
import { Name } from '../../ui/name.tsx';
import style from './frame.module.css';
import { useManager } from './manager.ts';
import type { Section, SectionId } from './section.ts';
import { TimeLeft } from './time-left.tsx';

interface FrameProps {
  sections: readonly Section[];
  section: SectionId;
  preset: Readonly<Record<string, string>>;
  visit: number;
  /** When the sign-in is over at the latest, by the page's clock, in ms. */
  until: number;
  /** Whether a team is here that the screen goes back to. */
  hasSession: boolean;
  onLeave: () => void;
}

/** The navigation at the side, who is signed in, and the section that is shown. */
export const Frame = ({ sections, section, preset, visit, until, hasSession, onLeave }: FrameProps) => {
  const { t } = useTranslation('manage');
  const { person, role, go } = useManager();
  useFocusOnArrival(`${section} ${visit}`);
  const shown = sections.find(({ id }) => id === section);
  return (
    <div className={style.frame}>
      <nav className={style.nav} aria-label={t('nav')}>
        <ul className={style.sections}>
          {sections.map(({ id }) => (
            <li key={id}>
              <Button
                variant="plain"
                className={style.link}
                {...(id === section ? { 'aria-current': 'page' as const } : {})}
                onPress={() => go(id)}
              >
                {t(`sections.${id}`)}
              </Button>
            </li>
          ))}
        </ul>
        <div className={style.who}>
          <p className={style.person}>
            <Name>{[person.first, person.rest].filter((part) => part !== '').join(' ')}</Name>
            <span className={style.role}>{t(`roles.${role}`)}</span>
          </p>
          <TimeLeft until={until} />
          <Button className={style.leave} onPress={onLeave}>
            {t(hasSession ? 'leaveToTeam' : 'leave')}
          </Button>
        </div>
      </nav>
      {/* Every visit begins at the top. */}
      <main key={`${section} ${visit}`} className={style.content}>
        {shown === undefined ? <h1>{t('nothing')}</h1> : <shown.Content preset={preset} />}
      </main>
    </div>
  );
};
