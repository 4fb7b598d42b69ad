import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../../core/view.ts';
import { findPeople } from '../../../device/calls.ts';
import { Button } from '../../../ui/button.tsx';
import { VisitorForm } from '../../start/visitor-sheet.tsx';
import { PersonFinder } from '../parts/person-finder.tsx';

/** Somebody who is on the list, or is typed in. */
export const WhoManages = ({ onChosen }: { onChosen: (person: PersonCard) => void }) => {
  const { t } = useTranslation('manage');
  const [people, setPeople] = useState<readonly PersonCard[] | null>(null);
  const [isTyping, setIsTyping] = useState(false);
  useEffect(() => {
    let over = false;
    findPeople('').then(
      (found) => !over && setPeople(found),
      () => !over && setPeople([]),
    );
    return () => {
      over = true;
    };
  }, []);
  if (people === null) return null;
  if (people.length === 0 || isTyping) return <VisitorForm onAdded={onChosen} />;
  return (
    <>
      <PersonFinder label={t('finder.name')} people={people} onChoose={onChosen} />
      <Button onPress={() => setIsTyping(true)}>{t('first.notListed')}</Button>
    </>
  );
};
