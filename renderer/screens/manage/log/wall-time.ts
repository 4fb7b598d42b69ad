import { useLanguage } from '../../../i18n/language.tsx';

/** The clock on the wall there, as it stood: the offset of a time is not that of today's summer or winter. */
const onTheWall = (at: string): Date => {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = at
    .slice(0, 19)
    .split(/[-T:]/u)
    .map(Number);
  return new Date(year, month - 1, day, hour, minute, second);
};

/** Wall times of the record (RFC 3339 with offset) as they are written in the language of the screen. */
export const useWallTime = () => {
  const { date } = useLanguage();
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const minutes = { hour: 'numeric', minute: '2-digit' } as const;
  return {
    day: (at: string): string => date(onTheWall(at), day),
    moment: (at: string): string => date(onTheWall(at), { ...day, ...minutes }),
    time: (at: string): string => date(onTheWall(at), minutes),
    seconds: (at: string): string => date(onTheWall(at), { ...minutes, second: '2-digit' }),
    momentWithSeconds: (at: string): string => date(onTheWall(at), { ...day, ...minutes, second: '2-digit' }),
    weekday: (at: string): string => date(onTheWall(at), { weekday: 'short', ...day }),
  };
};
