import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { classes } from './classes.ts';
import style from './segments.module.css';

interface SegmentsProps<Value extends string> {
  /** Said to a screen reader; the options must speak for themselves to everyone else. */
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** A switch of two to four states in one line, one of them always on. Smaller than a choice group; for staff. */
export const Segments = <Value extends string>({ label, options, value, onChange }: SegmentsProps<Value>) => (
  <RadioGroup
    value={value}
    orientation="horizontal"
    className={classes(style.segments)}
    onChange={(chosen) => {
      const option = options.find((one) => one.value === chosen);
      if (option !== undefined) onChange(option.value);
    }}
  >
    <Label className="only-heard">{label}</Label>
    {options.map((option) => (
      <RadioField key={option.value} value={option.value} className={classes(style.field)}>
        <RadioButton className={classes(style.segment)}>{option.label}</RadioButton>
      </RadioField>
    ))}
  </RadioGroup>
);
