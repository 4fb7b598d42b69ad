import type { AskedRows } from '../../../core/exports/view.ts';
import type { Wanted } from '../../store/exports.ts';

/** As the questions to the database have it. */
export const wantedOf = ({ from, to, unit, place, kind }: AskedRows): Wanted => ({
  ...{ from, to, unit, place, kind },
});
