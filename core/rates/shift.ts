/** When shifts end where a site has not said so itself: on its screens as in its figures. */
export const usualShifts: readonly string[] = ['07:00', '19:00'];

const endsOf = (shifts: readonly string[]): string[] =>
  [...new Set(shifts.length === 0 ? usualShifts : shifts)].sort();

/** The shift that a time of day (HH:MM) is in, as in “07:00–15:00”; `shifts` are the times at which shifts end. */
export const shiftAt = (time: string, shifts: readonly string[]): string => {
  const ends = endsOf(shifts);
  const begun = ends.findLast((end) => end <= time) ?? ends.at(-1) ?? '';
  return `${begun}–${ends.find((end) => end > time) ?? ends[0] ?? ''}`;
};

/** All shifts of a day, in the order of the clock. */
export const shiftsBetween = (shifts: readonly string[]): string[] =>
  endsOf(shifts).map((end) => shiftAt(end, shifts));
