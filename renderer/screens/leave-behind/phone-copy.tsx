import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/language.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import type { QrCode } from '../../ui/qr-code.ts';
import { CodePicture } from './code-picture.tsx';
import style from './leave-behind.module.css';

interface PhoneCopyProps {
  /** What the codes say, and the codes; none while they are not there. */
  texts: readonly string[];
  codes: readonly QrCode[];
  /** What else can be done with it, which speaks the language of the screen. */
  action: ReactNode;
}

/** The code, as large as there is room, and beside it the text as the telephone will show it: all of it, and no more. */
export const PhoneCopy = ({ texts, codes, action }: PhoneCopyProps) => {
  const { t } = useTranslation('leave');
  const { language, direction, number } = useLanguage();
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, texts.length - 1);
  const text = texts[at];
  const code = codes[at];
  const speaks = { lang: language, dir: direction };
  if (text === undefined) return <p {...speaks}>{t('nobody')}</p>;
  return (
    <div className={style.copy} {...speaks}>
      <div className={style.code}>
        {code !== undefined && <CodePicture key={at} code={code} label={t('picture')} />}
      </div>
      <div className={style.beside}>
        <p className={style.point}>{t('point')}</p>
        {texts.length > 1 && (
          <>
            <p>{t('several', { count: texts.length })}</p>
            <ChoiceGroup
              label={t('whichCode')}
              isLabelHidden
              options={texts.map((_, place) => ({ value: String(place), label: number(place + 1) }))}
              value={String(at)}
              onChange={(value) => setChosen(Number(value))}
            />
          </>
        )}
        {action}
        <section className={style.phone} aria-label={t('shows')}>
          <PhoneText text={text} />
        </section>
      </div>
    </div>
  );
};

/** Plain text as a telephone has it: every line begins on the side that its own script begins on. */
const PhoneText = ({ text }: { text: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be within reach of a keyboard.
  <div className={style.text} translate="no" tabIndex={0}>
    {text.split('\n').map((line, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
      <p key={at} className={style.line} dir="auto">
        {line}
      </p>
    ))}
  </div>
);
