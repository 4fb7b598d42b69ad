import { useTranslation } from 'react-i18next';
import style from './person.module.css';
import type { PartProps } from './use-person.ts';

/** What only they say of themselves: to be read here, and written on their own card. */
export const CardPart = ({ person: { card } }: Pick<PartProps, 'person'>) => {
  const { t } = useTranslation('people');
  return (
    <section className={style.part} aria-labelledby="own-card">
      <h2 id="own-card">{t('section.card')}</h2>
      <dl className={style.facts}>
        <dt>{t('card.line')}</dt>
        <dd>{card.line === null ? t('card.nothing') : <bdi>{card.line}</bdi>}</dd>
        <dt>{t('card.pronouns')}</dt>
        <dd>{card.pronouns === null ? t('card.nothing') : <bdi>{card.pronouns}</bdi>}</dd>
        <dt>{t('card.sound')}</dt>
        <dd>{t(card.nameSound === null ? 'card.nothing' : 'card.recorded')}</dd>
      </dl>
      <p className={style.quiet}>{t('card.what')}</p>
    </section>
  );
};
