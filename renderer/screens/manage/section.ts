import type { ComponentType } from 'react';
import type { Permission } from '../../../core/access/permissions.ts';

/** The parts of what a manager sees, in the order of the navigation. */
const sectionIds = [
  ...(['figures', 'sessions', 'exports', 'people', 'imports', 'schedule'] as const),
  ...(['suggestions', 'settings', 'access', 'log'] as const),
] as const;
export type SectionId = (typeof sectionIds)[number];

/**
 * What a section gets. It stands inside `useManager()` (manager.ts), through which it asks the device and leads to other
 * sections, and draws its own `<h1>`, once, first. The frame around it scrolls, and has the navigation.
 */
export interface SectionProps {
  /** What another section said it should show: such as `{ session: '…' }`; empty when it was opened by hand. */
  preset: Readonly<Record<string, string>>;
}

/** Who may not do this is not shown the section; the device refuses all the same. */
export const sectionNeeds = {
  ...{ figures: 'reports-read', sessions: 'sessions-read', exports: 'bundle-export', people: 'people' },
  ...{ imports: 'people', schedule: 'schedule', suggestions: 'suggestions-read', settings: 'settings' },
  ...{ access: 'access-read', log: 'log-read' },
} as const satisfies Record<SectionId, Permission>;

export interface Section {
  id: SectionId;
  Content: ComponentType<SectionProps>;
}
