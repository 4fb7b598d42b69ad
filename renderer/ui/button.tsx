import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import style from './button.module.css';
import { classes } from './classes.ts';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  /** `primary`: the one thing to do here. `quiet`: another good answer. `plain`: a way out. */
  variant?: 'primary' | 'quiet' | 'plain';
  className?: string | undefined;
  children: ReactNode;
}

/** Something to press. It answers the finger at once; what it leads to may take longer. */
export const Button = ({ variant = 'quiet', className, children, ...rest }: ButtonProps) => (
  <AriaButton {...rest} className={classes(style.button, style[variant], className)}>
    {children}
  </AriaButton>
);
