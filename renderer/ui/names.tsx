import { createElement } from 'react';
import type { ListPart } from '../i18n/conventions.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Name } from './name.tsx';

interface NamesProps {
  names: readonly string[];
  className?: string | undefined;
}

/**
 * Several names in a list, as the language joins them. Each keeps its own direction, and the list has that of the words
 * around it: of names in Latin letters the first stands on the right in Arabic too.
 */
export const Names = ({ names, className }: NamesProps) => {
  const { listParts } = useLanguage();
  // As arguments and not as an array: two of one name need no keys to tell them apart.
  return createElement('span', { className }, ...listParts(names).map(drawn));
};

const drawn = ({ type, value }: ListPart) => (type === 'element' ? <Name>{value}</Name> : value);
