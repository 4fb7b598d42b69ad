import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { namePolicies, namePolicyFor } from '../../../core/names.ts';
import type { CardText } from '../../../core/own-card.ts';
import { roleOf } from '../../../core/roles.ts';
import { Button } from '../../ui/button.tsx';
import { Name } from '../../ui/name.tsx';
import { Segments } from '../../ui/segments.tsx';
import { AlikeNames } from './alike-names.tsx';
import style from './fields.module.css';
import { LanguagesSheet, ownNameOf } from './languages-sheet.tsx';
import screen from './my-card.module.css';
import { PhotoRow } from './photo-row.tsx';
import { PinRow } from './pin-row.tsx';
import { SoundRow } from './sound-row.tsx';
import { CardTextField } from './text-field.tsx';
import type { OwnCardDesk } from './use-own-card.ts';

interface CardFieldsProps {
  desk: OwnCardDesk;
  typed: Partial<Record<CardText, string>>;
  onTyped: (field: CardText, text: string | null) => void;
}

/** Everything that somebody can say on their own card. */
export const CardFields = ({ desk, typed, onTyped }: CardFieldsProps) => {
  const { t } = useTranslation('card');
  const { card, name } = desk.card;
  const field = (of: CardText, kept: string | null) => ({
    ...{ field: of, kept, typed: typed[of] ?? null, desk },
    onTyped: (text: string | null) => onTyped(of, text),
  });
  return (
    <div className={screen.fields} data-family={roleOf(card.role).family}>
      <section className={screen.section}>
        <h2 className={screen.sectionTitle}>{t('section.name')}</h2>
        <div>
          <CardTextField {...field('preferred', name.preferred)} />
          {(typed.preferred ?? name.preferred ?? '') === '' && (
            <p className={style.quiet}>
              <Trans
                t={t}
                i18nKey="preferredHint"
                values={{ name: name.given }}
                components={{ name: <Name /> }}
              />
            </p>
          )}
          <AlikeNames people={desk.card.alike} />
        </div>
        <CardTextField {...field('sayIt', card.sayIt)} hint={t('sayItHint')} />
        <SoundRow desk={desk} />
        <HowMuch desk={desk} />
      </section>
      <section className={screen.section}>
        <h2 className={screen.sectionTitle}>{t('section.about')}</h2>
        <CardTextField {...field('line', card.line)} hint={t('lineHint')} className={style.wide} />
        <CardTextField {...field('pronouns', card.pronouns)} />
        <Languages desk={desk} />
      </section>
      <section className={screen.section}>
        <h2 className={screen.sectionTitle}>{t('section.photos')}</h2>
        <PhotoRow kind="face" desk={desk} />
        <PhotoRow kind="masked" desk={desk} />
      </section>
      <section className={screen.section}>
        <h2 className={screen.sectionTitle}>{t('section.pin')}</h2>
        <PinRow desk={desk} />
      </section>
    </div>
  );
};

const Languages = ({ desk }: { desk: OwnCardDesk }) => {
  const { t } = useTranslation('card');
  const [choosing, setChoosing] = useState(false);
  const { languages } = desk.card.card;
  return (
    <div>
      <h3 className={style.label}>{t('languages')}</h3>
      <p className={style.what}>
        <span>
          {languages.length === 0
            ? t('noLanguages')
            : languages.map((tag, at) => (
                <span key={tag}>
                  {at > 0 && ' · '}
                  <bdi lang={tag}>{ownNameOf(tag)}</bdi>
                </span>
              ))}
        </span>
        <Button onPress={() => setChoosing(true)}>
          {t('change')}
          <span className="only-heard">{t('languages')}</span>
        </Button>
      </p>
      <LanguagesSheet
        isOpen={choosing}
        onClose={() => setChoosing(false)}
        languages={languages}
        onChange={(chosen) => void desk.change('languages', { languages: chosen })}
      />
    </div>
  );
};

/** Less of the name than the place shows, never more. */
const HowMuch = ({ desk }: { desk: OwnCardDesk }) => {
  const { t } = useTranslation('card');
  const { rule, names } = desk.card;
  const offered = namePolicies.filter(
    (policy) => namePolicyFor({ site: rule, unit: null, person: policy }) === policy,
  );
  return (
    <div className={style.wide}>
      <h3 className={style.label}>{t('names.label')}</h3>
      {offered.length < 2 ? (
        <p className={style.quiet}>{t('names.onlyFirst')}</p>
      ) : (
        <Segments
          label={t('names.label')}
          options={offered.map((value) => ({ value, label: t(`names.${value}`) }))}
          value={names ?? rule}
          onChange={(chosen) => void desk.change('names', { names: chosen === rule ? null : chosen })}
        />
      )}
    </div>
  );
};
