import { AccessSection } from './access/access-section.tsx';
import { ExportsSection } from './exports/exports-section.tsx';
import { FiguresSection } from './figures/figures-section.tsx';
import { ImportsSection } from './imports/imports-section.tsx';
import { LogSection } from './log/log-section.tsx';
import { PeopleSection } from './people/people-section.tsx';
import { ScheduleSection } from './schedule/schedule-section.tsx';
import type { Section } from './section.ts';
import { SessionsSection } from './sessions/sessions-section.tsx';
import { SettingsSection } from './settings/settings-section.tsx';
import { SuggestionsSection } from './suggestions/suggestions-section.tsx';

/** In the order of the navigation; whoever signs in begins with the first that is theirs. */
export const sections: readonly Section[] = [
  { id: 'figures', needs: 'reports-read', Content: FiguresSection },
  { id: 'sessions', needs: 'sessions-read', Content: SessionsSection },
  { id: 'exports', needs: 'bundle-export', Content: ExportsSection },
  { id: 'people', needs: 'people', Content: PeopleSection },
  { id: 'imports', needs: 'people', Content: ImportsSection },
  { id: 'schedule', needs: 'schedule', Content: ScheduleSection },
  { id: 'suggestions', needs: 'suggestions-read', Content: SuggestionsSection },
  { id: 'settings', needs: 'settings', Content: SettingsSection },
  { id: 'access', needs: 'access-read', Content: AccessSection },
  { id: 'log', needs: 'log-read', Content: LogSection },
];
