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
  { id: 'figures', Content: FiguresSection },
  { id: 'sessions', Content: SessionsSection },
  { id: 'exports', Content: ExportsSection },
  { id: 'people', Content: PeopleSection },
  { id: 'imports', Content: ImportsSection },
  { id: 'schedule', Content: ScheduleSection },
  { id: 'suggestions', Content: SuggestionsSection },
  { id: 'settings', Content: SettingsSection },
  { id: 'access', Content: AccessSection },
  { id: 'log', Content: LogSection },
];
