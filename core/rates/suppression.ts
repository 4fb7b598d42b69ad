/** With fewer behind it than this, a figure does not leave the unit: a few people could be told apart in it. */
export const fewest = 5;

/**
 * Which cells of a figure, given by their denominators, do not leave the unit beside their total: those with N < 5. Where
 * all that is withheld could be told from the total and what is shown, and is less than 5 together, the smallest of the
 * others is withheld too.
 */
export const withheld = (denominators: readonly number[]): boolean[] => {
  const small = denominators.map((one) => one < fewest);
  const sum = denominators.reduce((all, one, index) => all + (small[index] ? one : 0), 0);
  if (sum === 0 || sum >= fewest) return small;
  const least = Math.min(...denominators.filter((one) => one >= fewest));
  const other = denominators.indexOf(least);
  return small.map((one, index) => one || index === other);
};
