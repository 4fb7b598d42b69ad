import type { SessionKind, Urgency } from '../../../core/session/words.ts';
import type { Chance } from './chance.ts';

/** A session as the calendar has it. Times are wall times on this machine, in milliseconds. */
export interface Occasion {
  kind: SessionKind;
  urgency: Urgency;
  /** When it is scheduled for; null for one that nobody saw coming. */
  scheduled: Date | null;
  /** When it begins. */
  start: number;
  /** When the next one begins, or else the last day ends. */
  until: number;
  /** How far the period is when it happens: 0 at its start, 1 at its end. */
  progress: number;
}

const dayMinutes = 24 * 60;

/** How much goes on at the weekend, against 1 on a working day. */
const weekend = 0.45;

/** Sessions for these days, in order; the more there are in a day, the closer they follow each other. */
export const calendar = (
  chance: Chance,
  { sessions, first, days }: { sessions: number; first: Date; days: number },
): Occasion[] => {
  const dates = Array.from({ length: days }, (_, index) => daysAfter(first, index));
  const counts = shared(chance, sessions, dates.map(busyness));
  const all = dates.flatMap((date, index) => dayOf(chance, date, counts[index] ?? 0, (index + 1) / days));
  const end = daysAfter(first, days).getTime();
  return all.map((one, index) => ({ ...one, until: all[index + 1]?.start ?? end }));
};

const daysAfter = (first: Date, days: number): Date =>
  new Date(first.getFullYear(), first.getMonth(), first.getDate() + days);

const busyness = (date: Date): number => (date.getDay() % 6 === 0 ? weekend : 1);

/** Deals things out by chance, to each index about as often as its weight, which is at most 1. */
const shared = (chance: Chance, things: number, weights: number[]): number[] => {
  const counts = weights.map(() => 0);
  for (let dealt = 0; dealt < things; ) {
    const index = Math.floor(chance.fraction() * weights.length);
    if (!chance.happens(weights[index] ?? 0)) continue;
    counts[index] = (counts[index] ?? 0) + 1;
    dealt += 1;
  }
  return counts;
};

const dayOf = (chance: Chance, date: Date, count: number, progress: number): Omit<Occasion, 'until'>[] => {
  const drawn = Array.from({ length: count }, () => draw(chance)).sort((one, other) => one.at - other.at);
  const times = spaced(drawn.map((one) => one.at));
  return drawn.map(({ kind, urgency }, index) => {
    const at = times[index] ?? 0;
    const late = chance.around(6, 0.8) - 4;
    const planned = Math.max(0, Math.round((at - late) / 5) * 5);
    const known = urgency === 'elective' || (urgency === 'urgent' && chance.happens(0.5));
    return {
      ...{ kind, urgency, progress },
      scheduled: known ? timeOf(date, planned) : null,
      start: timeOf(date, at).getTime(),
    };
  });
};

const timeOf = (date: Date, minutes: number): Date =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate(), 0, 0, Math.round(minutes * 60));

/** What it is and at which minute of the day: shifts change at seven, most operations begin by day. */
const draw = (chance: Chance): { kind: SessionKind; urgency: Urgency; at: number } => {
  if (chance.happens(0.2)) {
    const at = (chance.happens(0.5) ? 7 : 19) * 60 + chance.between(-8, 14);
    return { kind: 'shift-change', urgency: 'elective', at };
  }
  const urgency = chance.weighted([
    ['elective', 76],
    ['urgent', 15],
    ['emergency', 9],
  ]);
  const hours = { elective: [7.5, 16.5], urgent: [8, 22.5], emergency: [0, 24] } as const;
  const [from, to] = hours[urgency];
  return { kind: 'surgery', urgency, at: chance.between(from, to) * 60 };
};

/** The same times (minutes of a day, in order), moved as far as none comes too soon after the one before. */
const spaced = (times: number[]): number[] => {
  const gap = Math.min(20, dayMinutes / (times.length + 1));
  let earliest = 0;
  const later = times.map((time) => {
    const at = Math.max(time, earliest);
    earliest = at + gap;
    return at;
  });
  return later.map((time, index) => Math.min(time, dayMinutes - (later.length - index) * gap));
};
