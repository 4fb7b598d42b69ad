import { manyMarks } from './many-marks.ts';

interface NameProps {
  children: string;
  className?: string | undefined;
}

/** A person's name: kept apart from the direction of the words around it, and drawn in one typeface. */
export const Name = ({ children, className }: NameProps) => (
  <bdi className={className} data-letters={manyMarks(children) ? 'many-marks' : undefined}>
    {children}
  </bdi>
);
