import { useLanguage } from '../../../i18n/language.tsx';

/** A day (YYYY-MM-DD) as the language of the screen writes it. */
export const useDay = () => {
  const { date } = useLanguage();
  return (day: string): string => date(new Date(`${day}T12:00:00`), { dateStyle: 'medium' });
};
