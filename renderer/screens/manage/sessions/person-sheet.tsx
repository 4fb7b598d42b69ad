import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../../core/view.ts';
import { askPeople } from '../../../device/manage/sessions.ts';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import style from '../log/record.module.css';
import { useManager } from '../manager.ts';
import { PersonRow } from '../parts/person-finder.tsx';
import own from './sessions.module.css';

interface PersonSheetProps {
  isOpen: boolean;
  onClose: () => void;
  /** Whose sessions are looked for; null for anybody’s. */
  onChoose: (person: PersonCard | null) => void;
}

/** Whose sessions? Found by any beginning of their names among those who were in one, also if they have left since. */
export const PersonSheet = ({ isOpen, onClose, onChoose }: PersonSheetProps) => {
  const { t } = useTranslation('sessions');
  return (
    <Sheet title={t('filter.findTitle')} isOpen={isOpen} onClose={onClose}>
      <Finder onChoose={onChoose} />
    </Sheet>
  );
};

const pauseInTyping = 200;

const Finder = ({ onChoose }: Pick<PersonSheetProps, 'onChoose'>) => {
  const { t } = useTranslation('sessions');
  const { ask } = useManager();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<{ to: string; people: PersonCard[] } | 'failed'>({ to: '', people: [] });
  const wanted = typed.trim();
  useEffect(() => {
    if (wanted === '') return;
    let over = false;
    const timer = window.setTimeout(() => {
      askPeople(ask, wanted).then(
        (people) => {
          if (!over) setFound({ to: wanted, people });
        },
        () => {
          if (!over) setFound('failed');
        },
      );
    }, pauseInTyping);
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
  }, [wanted, ask]);
  const people = found !== 'failed' && wanted !== '' ? found.people : [];
  const isNobody = found !== 'failed' && found.to === wanted && wanted !== '' && people.length === 0;
  return (
    <div className={style.raw}>
      <TextInput
        label={t('filter.find')}
        hint={t('filter.findWhy')}
        value={typed}
        onChange={setTyped}
        maxLength={120}
        autoFocus
      />
      <ul className={own.people}>
        {people.map((person) => (
          <li key={person.id}>
            <PersonRow person={person} onPress={() => onChoose(person)} />
          </li>
        ))}
      </ul>
      <p role="status">
        {isNobody && t('filter.nobody')}
        {found === 'failed' && t('failed')}
      </p>
      <Button variant="plain" onPress={() => onChoose(null)}>
        {t('filter.everyone')}
      </Button>
    </div>
  );
};
