import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Button, Label, Select, SelectValue } from 'react-aria-components/Select';
import { classes } from '../../../ui/classes.ts';
import style from './pick.module.css';

interface PickProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string; hint?: string }[];
  value: Value;
  onChange: (value: Value) => void;
  /** Set apart where it narrows what is counted. */
  isMarked?: boolean;
  /** Its label is heard, and seen elsewhere: above a column. */
  hidesLabel?: boolean;
}

/** One of several, in little room: what is chosen is seen, the rest comes up below it. */
export const Pick = <Value extends string>({
  label,
  options,
  value,
  onChange,
  isMarked,
  hidesLabel = false,
}: PickProps<Value>) => (
  <Select
    value={value}
    onChange={(chosen) => {
      const option = options.find((one) => one.value === chosen);
      if (option !== undefined) onChange(option.value);
    }}
    className={classes(style.pick)}
  >
    <Label className={classes(hidesLabel ? 'only-heard' : style.label)}>
      {hidesLabel ? <bdi>{label}</bdi> : label}
    </Label>
    <Button className={classes(style.button)} data-marked={isMarked || undefined}>
      <SelectValue className={classes(style.value)}>
        <bdi>{options.find((one) => one.value === value)?.label}</bdi>
      </SelectValue>
      <svg className={style.arrow} viewBox="0 0 16 16" aria-hidden="true">
        <path d="M3 6l5 5 5-5" />
      </svg>
    </Button>
    <Popover className={classes(style.popover)} containerPadding={16}>
      <ListBox className={classes(style.list)}>
        {options.map((option) => (
          <ListBoxItem
            key={option.value}
            id={option.value}
            textValue={option.label}
            className={classes(style.option)}
          >
            <bdi>{option.label}</bdi>
            {option.hint !== undefined && <bdi className={style.hint}>{option.hint}</bdi>}
          </ListBoxItem>
        ))}
      </ListBox>
    </Popover>
  </Select>
);
