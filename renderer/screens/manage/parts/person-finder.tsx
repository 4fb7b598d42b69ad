import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wholeName } from '../../../../core/names.ts';
import { roleOf } from '../../../../core/roles.ts';
import type { PersonCard } from '../../../../core/view.ts';
import { useRoleName } from '../../../i18n/role-name.ts';
import { Button } from '../../../ui/button.tsx';
import { Name } from '../../../ui/name.tsx';
import { Portrait } from '../../../ui/portrait.tsx';
import { RoleWords } from '../../../ui/role-words.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { useFoundPeople } from '../../start/use-found-people.ts';
import style from './person-finder.module.css';

interface PersonFinderProps {
  label: string;
  /** Who is offered before anything is typed. */
  people?: readonly PersonCard[];
  onChoose: (person: PersonCard) => void;
}

const most = 12;

/** Finds one person by any beginning of their names. */
export const PersonFinder = ({ label, people = [], onChoose }: PersonFinderProps) => {
  const { t } = useTranslation('manage');
  const [typed, setTyped] = useState('');
  const found = useFoundPeople(people, typed);
  return (
    <div className={style.finder}>
      <TextInput label={label} value={typed} onChange={setTyped} maxLength={200} />
      <ul className={style.people}>
        {found.slice(0, most).map((person) => (
          <li key={person.id}>
            <PersonRow person={person} onPress={() => onChoose(person)} />
          </li>
        ))}
      </ul>
      {typed.trim() !== '' && found.length === 0 && <p role="status">{t('finder.nobody')}</p>}
      {found.length > most && <p role="status">{t('finder.more')}</p>}
    </div>
  );
};

/** A person in a line: face, name, role. */
export const PersonRow = ({ person, onPress }: { person: PersonCard; onPress: () => void }) => {
  const roleName = useRoleName();
  const { family } = roleOf(person.role);
  return (
    <Button className={style.row} onPress={onPress}>
      <Portrait person={person} family={family} className={style.portrait} />
      <span className={style.words}>
        <Name className={style.name}>{wholeName(person)}</Name>
        <RoleWords className={style.role}>{roleName(person.role, person.gender)}</RoleWords>
      </span>
    </Button>
  );
};
