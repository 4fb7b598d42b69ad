import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../core/view.ts';
import { findPeople } from '../../device/calls.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useFresh } from '../../ui/use-fresh.ts';
import { Face } from '../start/face.tsx';
import faces from '../start/faces.module.css';
import { useFoundPeople } from '../start/use-found-people.ts';
import { VisitorForm } from '../start/visitor-sheet.tsx';

interface AddSheetProps {
  isOpen: boolean;
  /** People who are in the session already. */
  here: readonly string[];
  onClose: () => void;
  onAdd: (person: PersonCard) => void;
}

/** Somebody has come in: from the people of this place, by name, or typed in. A badge works without opening this. */
export const AddSheet = ({ isOpen, here, onClose, onAdd }: AddSheetProps) => {
  const { t } = useTranslation(['board', 'start']);
  const [visitor, setVisitor] = useFresh(isOpen, false);
  const close = () => {
    setVisitor(false);
    onClose();
  };
  return (
    <Sheet title={t(visitor ? 'start:visitor.title' : 'add.title')} isOpen={isOpen} onClose={close}>
      {visitor ? (
        <VisitorForm
          onAdded={(person) => {
            setVisitor(false);
            onAdd(person);
          }}
        />
      ) : (
        <Finder here={here} onAdd={onAdd}>
          <Button onPress={() => setVisitor(true)}>{t('add.visitor')}</Button>
        </Finder>
      )}
    </Sheet>
  );
};

interface FinderProps extends Pick<AddSheetProps, 'here' | 'onAdd'> {
  /** The likeliest first, where that is known. */
  order?: (people: readonly PersonCard[]) => PersonCard[];
  /** What else can be done, before the faces. */
  children?: ReactNode;
}

/** The people of this place as faces, and whoever else is found by name. */
export const Finder = ({ here, onAdd, order, children }: FinderProps) => {
  const { t } = useTranslation('start');
  const [typed, setTyped] = useState('');
  const [people, setPeople] = useState<PersonCard[]>([]);
  useEffect(() => {
    findPeople('').then(setPeople, () => {
      // They can still be found by typing, once the device answers again.
    });
  }, []);
  const found = useFoundPeople(people, typed).filter((person) => !here.includes(person.id));
  return (
    <>
      <TextInput label={t('find')} value={typed} onChange={setTyped} />
      {children}
      {typed !== '' && found.length === 0 && <p role="status">{t('nobody')}</p>}
      <ul className={faces.faces}>
        {(order?.(found) ?? found).map((person) => (
          <Face key={person.id} person={person} today={null} onToggle={() => onAdd(person)} />
        ))}
      </ul>
    </>
  );
};
