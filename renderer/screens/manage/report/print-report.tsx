import type { FiguresView } from '../../../../core/figures/view.ts';
import type { Wanted } from '../figures/asked.ts';

export const PrintReport = (_: { view: FiguresView; wanted: Wanted }) => null;
