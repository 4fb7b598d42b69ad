import type { KeyboardEvent } from 'react-aria-components';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components/TextField';
import { classes } from './classes.ts';
import field from './field.module.css';
import style from './text-input.module.css';

interface TextInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  /** The key that says: done with this line. */
  onEnter?: () => void;
  /** A secret is not shown as it is typed. */
  type?: 'text' | 'password';
  inputMode?: 'text' | 'numeric';
  hint?: string;
  /** What is wrong and what to do, in words; shown only when given. */
  problem?: string | null;
  maxLength?: number;
  autoFocus?: boolean;
  className?: string | undefined;
}

const onKey = (onEnter: () => void) => (event: KeyboardEvent) => {
  if (event.key === 'Enter') onEnter();
  event.continuePropagation();
};

/** A line to type into. Nothing typed here is remembered or suggested by the browser. */
export const TextInput = ({ label, hint, problem = null, onEnter, className, ...props }: TextInputProps) => (
  <TextField
    {...props}
    {...(onEnter === undefined ? {} : { onKeyDown: onKey(onEnter) })}
    isInvalid={problem !== null}
    autoComplete="off"
    autoCorrect="off"
    spellCheck="false"
    className={classes(field.field, className)}
  >
    <Label className={classes(field.label)}>{label}</Label>
    <Input dir="auto" className={classes(field.typed, style.input)} />
    {hint !== undefined && (
      <Text slot="description" className={classes(field.hint)}>
        {hint}
      </Text>
    )}
    <FieldError className={classes(field.problem)}>{problem}</FieldError>
  </TextField>
);
