import { useTranslation } from 'react-i18next';
import type { FiguresView } from '../../../../core/figures/view.ts';
import { useWords } from './use-words.ts';

/** What figures are narrowed to, in words; or that they are of everything. */
export const useWhat = ({ filters, choices }: FiguresView): string => {
  const { t } = useTranslation('figures');
  const { narrowed } = useWords();
  const unit = choices.units.find(({ key }) => key === filters.unit)?.name ?? filters.unit;
  const place = choices.places.find(({ key }) => key === filters.place)?.name ?? filters.place;
  const all = narrowed(filters, { unit, place });
  return all.length === 0 ? t('all.unit') : all.join(' · ');
};
