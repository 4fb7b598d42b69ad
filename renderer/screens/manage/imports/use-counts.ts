import { useTranslation } from 'react-i18next';

const shown = ['added', 'changed', 'retired', 'skipped', 'leftOut', 'cancelled', 'late'] as const;

/** What an import came to, each number with its word; what is none is left out. */
export const useCounts = () => {
  const { t } = useTranslation('imports');
  return (counts: Readonly<Record<string, number>>): string[] =>
    shown.flatMap((what) => {
      const count = counts[what] ?? 0;
      return count === 0 ? [] : [t(`counts.${what}`, { count })];
    });
};
