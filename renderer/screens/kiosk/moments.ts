import { useLanguage } from '../../i18n/language.tsx';

/** Wall times of the device (RFC 3339 with offset) as they are written in the language of the screen. */
export const useMoments = () => {
  const { language } = useLanguage();
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  const moments = new Intl.DateTimeFormat(language, {
    ...{ day: 'numeric', month: 'short', year: 'numeric' },
    ...{ hour: 'numeric', minute: '2-digit' },
  });
  return {
    day: (at: string): string => days.format(new Date(at)),
    moment: (at: string): string => moments.format(new Date(at)),
  };
};
