import { Children, type ReactNode } from 'react';
import { manyMarks } from './many-marks.ts';

interface NameProps {
  /** The name; left out in the parts of a <Trans>, which puts it there. Of several: names.tsx. */
  children?: ReactNode;
  className?: string | undefined;
}

/** A person's name: kept apart from the direction of the words around it, and drawn in one typeface. */
export const Name = ({ children, className }: NameProps) => {
  const text = Children.toArray(children)
    .filter((part) => typeof part === 'string')
    .join('');
  return (
    <bdi className={className} data-letters={manyMarks(text) ? 'many-marks' : undefined}>
      {children}
    </bdi>
  );
};
