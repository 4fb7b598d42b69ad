import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Segments } from '../../../ui/segments.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { Toggle } from '../../../ui/toggle.tsx';
import { Group } from './group.tsx';
import { NumberInput } from './number-input.tsx';
import style from './settings.module.css';
import type { GroupProps } from './settings-form.tsx';
import { timesIn } from './typed.ts';

const modes = ['auto', 'day', 'night'] as const;
const sides = ['left', 'right'] as const;

export const ScreenGroup = ({
  typed: { theme, hand, hints, idleSeconds, shifts },
  set,
  problems,
}: GroupProps) => {
  const { t } = useTranslation(['settings', 'kiosk']);
  const [times, setTimes] = useState(shifts.join(', '));
  const ofTheme = problems.has('theme') ? t('said.not-a-time') : null;
  return (
    <Group title={t('kiosk:display.title')}>
      <div className={style.line}>
        <p className={style.label}>{t('kiosk:display.light')}</p>
        <Segments
          label={t('kiosk:display.light')}
          options={modes.map((value) => ({ value, label: t(`kiosk:display.mode.${value}`) }))}
          value={theme.mode}
          onChange={(mode) => set({ theme: { ...theme, mode } })}
        />
      </div>
      <div className={style.pair}>
        <TextInput
          label={t('nightFrom')}
          value={theme.nightFrom}
          onChange={(nightFrom) => set({ theme: { ...theme, nightFrom } })}
          problem={ofTheme}
          maxLength={5}
        />
        <TextInput
          label={t('dayFrom')}
          value={theme.dayFrom}
          onChange={(dayFrom) => set({ theme: { ...theme, dayFrom } })}
          maxLength={5}
        />
      </div>
      <div className={style.line}>
        <p className={style.label}>{t('kiosk:display.hold')}</p>
        <Segments
          label={t('kiosk:display.hold')}
          options={sides.map((value) => ({ value, label: t(`kiosk:display.side.${value}`) }))}
          value={hand}
          onChange={(chosen) => set({ hand: chosen })}
        />
      </div>
      <Toggle isSelected={hints} onChange={(chosen) => set({ hints: chosen })}>
        {t('kiosk:display.hints')}
      </Toggle>
      <NumberInput
        label={t('idle')}
        hint={t('idleHint')}
        value={idleSeconds}
        least={60}
        most={600}
        step={30}
        onChange={(seconds) => set({ idleSeconds: seconds })}
      />
      <TextInput
        label={t('shifts')}
        hint={t('shiftsHint')}
        value={times}
        onChange={(text) => {
          setTimes(text);
          set({ shifts: timesIn(text) });
        }}
        problem={problems.has('shifts') ? t('said.not-a-time') : null}
        maxLength={80}
      />
    </Group>
  );
};
