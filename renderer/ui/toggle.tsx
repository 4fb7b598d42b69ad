import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { classes } from './classes.ts';
import { Tick } from './mark.tsx';
import pressable from './pressable.module.css';
import tile from './tile.module.css';

interface ToggleProps {
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  className?: string | undefined;
  children: ReactNode;
}

/** Something that is on or off, said in words, with a tick when it is on. */
export const Toggle = ({ isSelected, onChange, className, children }: ToggleProps) => (
  <ToggleButton
    isSelected={isSelected}
    onChange={onChange}
    className={classes(pressable.pressable, tile.tile, className)}
  >
    <span className={tile.mark}>
      <Tick />
    </span>
    <span>{children}</span>
  </ToggleButton>
);
