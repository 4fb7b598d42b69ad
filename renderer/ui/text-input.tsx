import { FieldError, Input, Label, Text, TextField } from 'react-aria-components/TextField';
import { classes } from './classes.ts';
import style from './text-input.module.css';

interface TextInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  hint?: string;
  /** What is wrong and what to do, in words; shown only when given. */
  problem?: string | null;
  maxLength?: number;
  autoFocus?: boolean;
  className?: string | undefined;
}

/** A line to type into. Nothing typed here is remembered or suggested by the browser. */
export const TextInput = ({ label, hint, problem = null, className, ...field }: TextInputProps) => (
  <TextField
    {...field}
    isInvalid={problem !== null}
    autoComplete="off"
    autoCorrect="off"
    spellCheck="false"
    className={classes(style.field, className)}
  >
    <Label className={classes(style.label)}>{label}</Label>
    <Input dir="auto" className={classes(style.input)} />
    {hint !== undefined && (
      <Text slot="description" className={classes(style.hint)}>
        {hint}
      </Text>
    )}
    <FieldError className={classes(style.problem)}>{problem}</FieldError>
  </TextField>
);
