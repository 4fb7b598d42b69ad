import { Trans, useTranslation } from 'react-i18next';
import type { SettingChange } from '../../../../core/settings/text.ts';
import { Name } from '../../../ui/name.tsx';
import type { Known } from './known.ts';
import style from './record.module.css';
import { useSettingWords } from './use-setting-words.ts';

interface SettingsSentenceProps {
  changes: readonly SettingChange[];
  known: Known;
}

/** What each setting was and is, a sentence each. */
export const SettingsSentence = ({ changes, known }: SettingsSentenceProps) => {
  const { t } = useTranslation('log');
  const { nameOf, valueIn } = useSettingWords(known);
  return (
    <span className={style.lines}>
      {changes.map((change) => {
        const values = {
          name: nameOf(change),
          from: valueIn(change, change.from),
          to: valueIn(change, change.to),
        };
        return (
          <span key={change.setting}>
            <Trans
              t={t}
              i18nKey="setting.changed"
              values={values}
              components={{ from: <Name />, to: <Name /> }}
            />
          </span>
        );
      })}
    </span>
  );
};
