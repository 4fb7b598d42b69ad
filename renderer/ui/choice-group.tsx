import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import style from './choice-group.module.css';
import { classes } from './classes.ts';
import { Tick } from './mark.tsx';
import pressable from './pressable.module.css';
import tile from './tile.module.css';

interface ChoiceOption<Value extends string> {
  value: Value;
  label: string;
  hint?: string;
  /** The language of the label, where it is not that of the screen. */
  lang?: string;
}

interface ChoiceGroupProps<Value extends string> {
  label: string;
  options: readonly ChoiceOption<Value>[];
  /** Null while nothing is chosen. */
  value: Value | null;
  onChange: (value: Value) => void;
  /** As many tiles in a row as fit, or one below the other. */
  layout?: 'row' | 'column';
  /** Whether the label is only for a screen reader, because the tiles speak for themselves. */
  isLabelHidden?: boolean;
  className?: string | undefined;
}

/** One of a few, as tiles. Arrow keys move within, Tab moves on. */
export const ChoiceGroup = <Value extends string>({
  label,
  options,
  value,
  onChange,
  layout = 'row',
  isLabelHidden = false,
  className,
}: ChoiceGroupProps<Value>) => {
  const choose = (chosen: string) => {
    const option = options.find((one) => one.value === chosen);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <RadioGroup value={value} onChange={choose} className={classes(style.group, className)}>
      <Label className={classes(style.label, isLabelHidden && 'only-heard')}>{label}</Label>
      <div className={style[layout]}>
        {options.map((option) => (
          <RadioField key={option.value} value={option.value} className={classes(style.option)}>
            <RadioButton className={classes(pressable.pressable, tile.tile)}>
              <span className={tile.mark}>
                <Tick />
              </span>
              <span lang={option.lang}>
                {option.label}
                {option.hint !== undefined && <span className={tile.hint}>{option.hint}</span>}
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
};
