import { sessionKinds, urgencies } from '../../../../core/session/words.ts';
import { type Mark, marks } from '../../../../core/timeline/marks.ts';
import type { Sought } from '../../../device/manage/sessions.ts';

/** Which list is shown: the sessions that were opened, or what was planned and not held. */
export const lists = ['held', 'not-held'] as const;
export type List = (typeof lists)[number];

export const everything: Sought = {
  ...{ from: '', to: '', unit: null, place: null, kind: null, urgency: null, mark: null, person: null },
};

const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined): Value | null =>
  values.find((value) => value === text) ?? null;

/** What another section asked to be looked for. Whatever is none of it is left aside. */
export const wantedFrom = (preset: Readonly<Record<string, string>>): { sought: Sought; list: List } => {
  const { from = '', to = '', unit = null, place = null } = preset;
  return {
    sought: {
      ...{ from, to, unit, place, person: preset.person ?? null },
      kind: oneOf(sessionKinds, preset.kind),
      urgency: oneOf(urgencies, preset.urgency),
      mark: oneOf<Mark>(marks, preset.mark),
    },
    list: oneOf(lists, preset.list) ?? 'held',
  };
};

export const isNarrowed = (sought: Sought): boolean =>
  Object.values(sought).some((value) => value !== null && value !== '');

/** Whether the first day comes after the last. */
export const areWrong = ({ from, to }: Sought): boolean => from !== '' && to !== '' && from > to;
