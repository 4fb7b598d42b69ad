import { sessionKinds, urgencies } from '../../../../core/session/words.ts';
import { type Mark, marks, reasonsFor } from '../../../../core/timeline/marks.ts';
import type { PersonCard } from '../../../../core/view.ts';
import type { Sought } from '../../../device/manage/sessions.ts';

/** Which list is shown: the sessions that were opened, or what was planned and not held. */
export const lists = ['held', 'not-held'] as const;
export type List = (typeof lists)[number];

export const everything: Sought = {
  ...{ from: '', to: '', unit: null, place: null, kind: null, urgency: null },
  ...{ mark: null, reason: null, person: null },
};

const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined): Value | null =>
  values.find((value) => value === text) ?? null;

/** What is looked for, in which list, and whose sessions, where it is known who that is. */
export interface Wanted {
  sought: Sought;
  list: List;
  person: PersonCard | null;
}

/** What another section asked to be looked for. Whatever is none of it is left aside. */
export const wantedFrom = (preset: Readonly<Record<string, string>>): Wanted => {
  const { from = '', to = '', unit = null, place = null } = preset;
  const mark = oneOf<Mark>(marks, preset.mark);
  return {
    sought: {
      ...{ from, to, unit, place, mark, person: null },
      kind: oneOf(sessionKinds, preset.kind),
      urgency: oneOf(urgencies, preset.urgency),
      reason: oneOf(reasonsFor(mark), preset.reason),
    },
    list: oneOf(lists, preset.list) ?? 'held',
    person: null,
  };
};

/** Another mark has other reasons. */
export const withMark = (sought: Sought, mark: Mark | null): Sought => ({
  ...sought,
  mark,
  reason: oneOf(reasonsFor(mark), sought.reason ?? undefined),
});

export const isNarrowed = (sought: Sought): boolean =>
  Object.values(sought).some((value) => value !== null && value !== '');

/** Whether the first day comes after the last. */
export const areWrong = ({ from, to }: Sought): boolean => from !== '' && to !== '' && from > to;

/** As whoever is signed in left it, for as long as they are: by the object that stands for their sign-in. */
const kept = new WeakMap<object, Wanted>();
export const keep = (whose: object, wanted: Wanted): void => void kept.set(whose, wanted);
export const keptOf = (whose: object): Wanted | undefined => kept.get(whose);
