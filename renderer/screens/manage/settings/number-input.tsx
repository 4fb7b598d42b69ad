import { Button } from 'react-aria-components/Button';
import { Group, Input, Label, NumberField, Text } from 'react-aria-components/NumberField';
import { classes } from '../../../ui/classes.ts';
import field from '../../../ui/field.module.css';
import text from '../../../ui/text-input.module.css';
import style from './settings.module.css';

interface NumberInputProps {
  label: string;
  hint?: string;
  value: number;
  least: number;
  most: number;
  step?: number;
  onChange: (value: number) => void;
}

/** A whole number, typed or stepped; what lies outside goes to the nearest that can be. */
export const NumberInput = ({ label, hint, value, least, most, step = 1, onChange }: NumberInputProps) => (
  <NumberField
    value={value}
    minValue={least}
    maxValue={most}
    step={step}
    onChange={(typed) => {
      if (Number.isFinite(typed)) onChange(typed);
    }}
    className={classes(field.field)}
  >
    <Label className={classes(field.label)}>{label}</Label>
    <Group className={classes(style.number)}>
      <Button slot="decrement" className={classes(style.stepper)}>
        −
      </Button>
      <Input className={classes(field.typed, text.input, style.digits)} />
      <Button slot="increment" className={classes(style.stepper)}>
        +
      </Button>
    </Group>
    {hint !== undefined && (
      <Text slot="description" className={classes(field.hint)}>
        {hint}
      </Text>
    )}
  </NumberField>
);
