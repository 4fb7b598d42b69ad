import { useLanguage } from '../../i18n/language.tsx';

/** Wall times of the device (RFC 3339 with offset) as they are written in the language of the screen. */
export const useMoments = () => {
  const { date } = useLanguage();
  return {
    day: (at: string): string => date(new Date(at), { dateStyle: 'long' }),
    moment: (at: string): string =>
      date(new Date(at), {
        ...{ day: 'numeric', month: 'short', year: 'numeric' },
        ...{ hour: 'numeric', minute: '2-digit' },
      }),
  };
};
