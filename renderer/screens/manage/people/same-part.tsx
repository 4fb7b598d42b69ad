import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { wholeName } from '../../../../core/names.ts';
import type { MergedPerson, PersonFile } from '../../../../core/people/view.ts';
import { Button } from '../../../ui/button.tsx';
import { Name } from '../../../ui/name.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { PersonFinder, PersonRow } from '../parts/person-finder.tsx';
import style from './person.module.css';
import type { PartProps } from './use-person.ts';

/** Who may be the same person, and who was found to be. */
export const SamePart = ({ person, desk, onPair }: PartProps & { onPair: (other: string) => void }) => {
  const { t } = useTranslation('people');
  const [choosing, setChoosing] = useState(false);
  const { suspects, merged } = person;
  return (
    <section className={style.part} aria-labelledby="same">
      <h2 id="same">{t('section.same')}</h2>
      {merged.map((one) => (
        <Merged
          key={one.id}
          merged={one}
          isBusy={desk.isBusy}
          onApart={(of) => void desk.back(of, 'apart')}
        />
      ))}
      {suspects.map(({ card, why }) => (
        <div key={card.id} className={style.suspect}>
          <PersonRow person={card} onPress={() => onPair(card.id)} />
          <p className={style.quiet}>{t(`why.${why}`)}</p>
        </div>
      ))}
      {suspects.length === 0 && merged.length === 0 && <p className={style.quiet}>{t('same.none')}</p>}
      {canBeChosen(person) && (
        <Button variant="plain" onPress={() => setChoosing(true)}>
          {t('same.choose')}
        </Button>
      )}
      <Sheet title={t('same.chooseTitle')} isOpen={choosing} onClose={() => setChoosing(false)}>
        <PersonFinder
          label={t('find')}
          onChoose={({ id }) => {
            setChoosing(false);
            if (id !== person.id) onPair(id);
          }}
        />
      </Sheet>
    </section>
  );
};

const canBeChosen = ({ standing }: PersonFile): boolean => standing !== 'retired';

interface MergedProps {
  merged: MergedPerson;
  isBusy: boolean;
  onApart: (change: string) => void;
}

const Merged = ({ merged: { name, sessions, change }, isBusy, onApart }: MergedProps) => {
  const { t } = useTranslation('people');
  return (
    <div className={style.suspect}>
      <p>
        <Trans
          t={t}
          i18nKey="same.merged"
          values={{ name: wholeName(name) }}
          components={{ name: <Name /> }}
        />
      </p>
      {sessions > 0 && <p className={style.quiet}>{t('same.mergedSessions', { count: sessions })}</p>}
      {change !== null && (
        <Button isDisabled={isBusy} onPress={() => onApart(change)}>
          {t('apart')}
        </Button>
      )}
    </div>
  );
};
