import type { Dimension } from '../rates/breakdown.ts';
import type { Share } from '../rates/case.ts';
import type { Point } from '../rates/chart.ts';
import type { ToldFigures } from '../rates/report.ts';
import type { RoleId } from '../roles.ts';
import type { SessionKind, Urgency } from '../session/words.ts';

/** The figures of the dashboard: what a window asks for at `GET /manage/figures`, and what it is told. */

/** What figures can be narrowed to, each to one of the keys that `FiguresView.choices` names. */
export const filterNames = ['unit', 'place', 'kind', 'urgency', 'shift', 'role'] as const;
export type FilterName = (typeof filterNames)[number];

/** Null where it is not narrowed. With a role there are only figures about people: a round has no role. */
export interface Filters {
  unit: string | null;
  place: string | null;
  kind: SessionKind | null;
  urgency: Urgency | null;
  /** As in “07:00–15:00”. */
  shift: string | null;
  role: RoleId | null;
}

/** How long a point of a p-chart is: weeks begin on Monday, as ISO 8601 has them. */
export const steps = ['week', 'month'] as const;
export type Step = (typeof steps)[number];

/** Days of the wall clock, YYYY-MM-DD, both included. */
export interface Days {
  from: string;
  to: string;
}

export interface AskedFigures extends Days {
  by: Dimension | null;
  filters: Filters;
  /** Null for the one that suits the days: weeks for half a year or less. */
  step: Step | null;
  /** Whether it is to leave the unit: then whatever fewer than five are behind is suppressed. */
  leaving: boolean;
}

export interface FiguresView {
  /** Wall time, RFC 3339 with offset. The day of it is not over: coverage says nothing of it. */
  made: string;
  days: Days;
  by: Dimension | null;
  filters: Filters;
  /** Whether it is of what a simulation and the demo team did: a record that has nothing else shows that. */
  invented: boolean;
  /** Figures with fewer behind them are `{suppressed: true}`; null where none are. */
  suppressedBelow: number | null;
  /** Sessions that opened on these days, whatever the role; null where they are fewer than that. */
  sessions: number | null;
  /** Sessions of these days and filters that are not counted, being invented. */
  leftOut: number;
  /** When shifts end, HH:MM. */
  shifts: readonly string[];
  total: ToldFigures;
  groups: FiguresGroup[];
  charts: Charts;
  /** The same of as many days before these, or whole months before whole months: `previous.days.to` is the day before `days.from`. */
  previous: { days: Days; sessions: number | null; total: ToldFigures };
  choices: Choices;
}

/** One group of a breakdown, in the order in which they are shown. */
export interface FiguresGroup extends ToldFigures {
  /** The id of a unit or a place, a role, a shift (“07:00–15:00”), an urgency, a month (YYYY-MM). */
  key: string;
  /** Of a unit and a place as people say it, else the key. */
  name: string;
  /** Of a place: the name of its unit; else null. */
  unit: string | null;
}

/** P-charts: a share over time, for each that has anything. */
export interface Charts {
  step: Step;
  /** Every week or month of the days, in order; the first and the last only as far as they are among them. */
  over: Days[];
  shares: Partial<Record<Share, PChart>>;
}

export interface PChart {
  /** p̄: the share in all of them together, to four decimals. */
  centre: number;
  /** As many as `Charts.over` has; null where there is nothing, or it is suppressed: a gap. */
  points: (ChartPoint | null)[];
}

/** `lower` and `upper` are the limits of this point alone; `signal` is null for a point that says nothing. */
export interface ChartPoint extends Point {
  numerator: number;
  denominator: number;
  missing: number;
  rate: number;
}

/** What figures can be narrowed to: what there is in the whole record, in the order in which it is shown. */
export interface Choices {
  units: { key: string; name: string }[];
  /** `unit` is the key of its unit, `unitName` what people call it. */
  places: { key: string; name: string; unit: string; unitName: string }[];
  kinds: SessionKind[];
  urgencies: Urgency[];
  shifts: string[];
  roles: RoleId[];
  /** The days of the first session or scheduled one and of the last; null where there is none. */
  days: Days | null;
}

/** A session that was scheduled and that nobody opened; its names are the ones of today. */
export interface MissingSession {
  id: string;
  /** YYYY-MM-DD, HH:MM. */
  date: string;
  time: string;
  place: string;
  placeName: string;
  unit: string;
  unitName: string;
  kind: SessionKind;
  urgency: Urgency;
}

/** A page of them, the newest first; `GET /manage/figures/missing` with the same query and `after` gives the next. */
export interface MissingPage {
  sessions: MissingSession[];
  /** What to ask for with `after`; null where these were the last. */
  next: string | null;
}
