import { useTranslation } from 'react-i18next';
import type { DeviceView } from '../../../core/view.ts';
import { changeDisplay, type DisplayChange } from '../../device/calls.ts';
import { useCommands, useLive } from '../../device/device.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import style from './kiosk.module.css';

const modes = ['auto', 'day', 'night'] as const;
/** As they stand on the screen: left on the left, whichever way lines run. */
const hands = { ltr: ['left', 'right'], rtl: ['right', 'left'] } as const;

/**
 * How the screen is lit and held. It counts at once in every window of this kiosk, and nothing looks changed before the
 * device has said so.
 */
export const DisplaySection = ({ view }: { view: DeviceView }) => {
  const { t } = useTranslation('kiosk');
  const { direction } = useLanguage();
  const { accept } = useLive();
  const { tell } = useCommands();
  const change = (wanted: DisplayChange) => {
    changeDisplay(wanted).then(accept, () => tell({ kind: 'not-kept' }));
  };
  return (
    <section className={style.display} aria-label={t('display.title')}>
      <ChoiceGroup
        label={t('display.light')}
        options={modes.map((value) => ({ value, label: t(`display.mode.${value}`) }))}
        value={view.theme.mode}
        onChange={(mode) => change({ mode })}
      />
      <ChoiceGroup
        label={t('display.hold')}
        options={hands[direction].map((value) => ({ value, label: t(`display.side.${value}`) }))}
        value={view.hand}
        onChange={(hand) => change({ hand })}
      />
      <Toggle isSelected={view.hints} onChange={(hints) => change({ hints })}>
        {t('display.hints')}
      </Toggle>
    </section>
  );
};
