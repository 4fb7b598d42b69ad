import { useLanguage } from '../../../i18n/language.tsx';

/** How large a file is, in bytes, as it is written in the language of the screen. */
export const useSize = () => {
  const { conventions } = useLanguage();
  return (bytes: number): string => {
    const [unit, value] =
      bytes < 1_000_000 ? (['kilobyte', bytes / 1_000] as const) : (['megabyte', bytes / 1_000_000] as const);
    const digits = value < 10 ? 1 : 0;
    return new Intl.NumberFormat(conventions, {
      ...{ style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits },
    }).format(value);
  };
};
