import type { AskedFigures, Days, FiguresView, Filters, MissingPage } from '../../../core/figures/view.ts';
import { device } from '../client.ts';
import type { As } from './access.ts';

/** What a query has of the filters: those that narrow. */
const narrowed = ({ unit, place, kind, urgency, shift }: Filters) => ({
  ...(unit === null ? {} : { unit }),
  ...(place === null ? {} : { place }),
  ...(kind === null ? {} : { kind }),
  ...(urgency === null ? {} : { urgency }),
  ...(shift === null ? {} : { shift }),
});

/** The figures of these days; for `Ask`, which gives the answer. */
export const askFigures =
  ({ from, to, by, step, filters, leaving }: AskedFigures) =>
  (as: As) =>
    device.manage.figures.$get(
      {
        query: {
          ...{ from, to, ...narrowed(filters) },
          ...(filters.role === null ? {} : { role: filters.role }),
          ...(by === null ? {} : { by }),
          ...(step === null ? {} : { step }),
          ...(leaving ? { leaving: 'yes' as const } : {}),
        },
      },
      as,
    );

/** The scheduled sessions of these days that nobody opened, as many as are shown at once. */
export const askMissing = (days: Days, filters: Filters, after: string | null) => (as: As) =>
  device.manage.figures.missing.$get(
    {
      query: {
        ...{ ...days, ...narrowed(filters), limit: '20' },
        ...(after === null ? {} : { after }),
      },
    },
    as,
  );

/** What the device said, or throws where that is not figures. */
export const figuresIn = async (answer: {
  status: number;
  json(): Promise<object>;
}): Promise<FiguresView> => {
  if (answer.status === 200) {
    const said = await answer.json();
    if ('total' in said) return said as FiguresView;
  }
  throw new Error(`The device answered ${answer.status}`);
};

export const missingIn = async (answer: {
  status: number;
  json(): Promise<object>;
}): Promise<MissingPage> => {
  if (answer.status === 200) {
    const said = await answer.json();
    if ('sessions' in said) return said as MissingPage;
  }
  throw new Error(`The device answered ${answer.status}`);
};
