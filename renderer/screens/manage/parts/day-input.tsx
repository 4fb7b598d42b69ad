import { FieldError, Input, Label, TextField } from 'react-aria-components/TextField';
import { classes } from '../../../ui/classes.ts';
import field from '../../../ui/field.module.css';
import style from './day-input.module.css';

interface DayInputProps {
  label: string;
  /** YYYY-MM-DD, or empty. */
  value: string;
  onChange: (value: string) => void;
  problem: string | null;
}

/** A day, to be typed or picked from the browser’s own calendar. */
export const DayInput = ({ label, value, onChange, problem }: DayInputProps) => (
  <TextField
    value={value}
    onChange={onChange}
    isInvalid={problem !== null}
    className={classes(field.field, style.day)}
  >
    <Label className={classes(style.label)}>{label}</Label>
    <Input type="date" min="2000-01-01" max="2099-12-31" className={classes(field.typed, style.typed)} />
    <FieldError className={classes(field.problem)}>{problem}</FieldError>
  </TextField>
);
