import { Trans, useTranslation } from 'react-i18next';
import { isFamilyFirst, shownName, wholeName } from '../../../core/names.ts';
import type { CardText, OwnCard } from '../../../core/own-card.ts';
import { roleOf } from '../../../core/roles.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Name } from '../../ui/name.tsx';
import { Portrait } from '../../ui/portrait.tsx';
import style from './preview.module.css';

interface PreviewProps {
  own: OwnCard;
  /** What is typed, kept or not. */
  texts: Record<CardText, string | null>;
}

/** The card as the patient sees it, while it is written: the face first, then the name, then the words. */
export const Preview = ({ own, texts }: PreviewProps) => {
  const { t } = useTranslation(['card', 'patient', 'roles']);
  const { list, nameOf } = useLanguage();
  const { card, name, names, rule } = own;
  const { first, rest } = shownName({ ...name, preferred: texts.preferred }, names ?? rule);
  const spoken = card.languages.map(nameOf).filter((one) => one !== null);
  const { family } = roleOf(card.role);
  return (
    <section className={style.preview} data-family={family} aria-label={t('preview')}>
      <Portrait person={{ ...card, first, rest }} family={family} className={style.portrait} />
      <div className={style.words}>
        <p className={style.name}>
          <Name>{first}</Name>
        </p>
        {(rest !== '' || texts.sayIt !== null || texts.pronouns !== null) && (
          <p className={style.rest}>
            {rest !== '' && <Name>{isFamilyFirst({ first, rest }) ? wholeName({ first, rest }) : rest}</Name>}
            {rest !== '' && texts.sayIt !== null && ' · '}
            {texts.sayIt !== null && (
              <Trans
                t={t}
                i18nKey="patient:say"
                values={{ say: texts.sayIt }}
                components={{ say: <bdi /> }}
              />
            )}
          </p>
        )}
        <p className={style.role}>{t(`roles:${card.role}.patient`, { context: card.gender })}</p>
        {(texts.line !== null || spoken.length > 0) && (
          <p className={style.caption}>
            {texts.line !== null && (
              <bdi>
                <q>{texts.line}</q>
              </bdi>
            )}{' '}
            {spoken.length > 0 && (
              <span className={style.languages}>{t('patient:speak', { languages: list(spoken) })}</span>
            )}
          </p>
        )}
      </div>
    </section>
  );
};
