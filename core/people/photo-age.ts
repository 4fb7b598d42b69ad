/** How it stands with a photo; `soon`: within two months it is too old to be shown. */
export type PhotoAge = 'none' | 'undated' | 'old' | 'soon' | 'fresh';

/** So many days before a photo is too old, somebody should take another one. */
export const soonDays = 60;

/** A day (YYYY-MM-DD) so many days after another. */
export const daysAfter = (day: string, days: number): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

/** The last day on which a photo of this day is shown, where photos are shown for so many years. */
export const shownUntil = (taken: string, years: number): string => {
  const year = String(Number(taken.slice(0, 4)) + years).padStart(4, '0');
  // A photo of 29 February is still shown on the last day of another February.
  const sameDay = `${year}${taken.slice(4)}`;
  return taken.endsWith('-02-29') && !isLeap(Number(year)) ? `${year}-02-28` : sameDay;
};

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** How it stands with a photo; `from` is the first day of which photos are shown, `soon` that of two months later. */
export const photoAge = (
  { photo, date }: { photo: string | null; date: string | null },
  { from, soon }: { from: string; soon: string },
): PhotoAge => {
  if (photo === null) return 'none';
  if (date === null) return 'undated';
  if (date < from) return 'old';
  return date < soon ? 'soon' : 'fresh';
};
