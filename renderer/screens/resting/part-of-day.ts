/** How people greet each other at this hour of the place. */
export const partOfDay = (hour: number): 'morning' | 'afternoon' | 'evening' | 'night' => {
  if (hour >= 5 && hour < 12) return 'morning';
  if (hour >= 12 && hour < 18) return 'afternoon';
  if (hour >= 18 && hour < 22) return 'evening';
  return 'night';
};

const sunrise = 6;
const sunset = 20;

/** Where the sun or the moon stands at an hour of the day (0 to 24): both fractions run from 0 to 1. */
export const skyAt = (hour: number): { light: 'sun' | 'moon'; across: number; height: number } => {
  const isDay = hour >= sunrise && hour < sunset;
  const since = isDay ? hour - sunrise : (hour - sunset + 24) % 24;
  const across = since / (isDay ? sunset - sunrise : 24 - sunset + sunrise);
  return { light: isDay ? 'sun' : 'moon', across, height: Math.sin(Math.PI * across) };
};
