import { useTranslation } from 'react-i18next';
import { wholeName } from '../../../core/names.ts';
import type { PersonCard } from '../../../core/view.ts';
import style from './alike-people.module.css';
import { Face } from './face.tsx';
import faces from './faces.module.css';

interface AlikePeopleProps {
  people: readonly PersonCard[];
  /** It is one of them who is meant. */
  onChoose: (person: PersonCard) => void;
}

/** A warning, and no more than that: these people have a name like the one that was typed. */
export const AlikePeople = ({ people, onChoose }: AlikePeopleProps) => {
  const { t } = useTranslation('start');
  return (
    <div className={style.alike} ref={bringIntoSight}>
      <p role="alert" className={style.words}>
        {t('visitor.alike')}
      </p>
      <ul className={faces.faces}>
        {people.map((person) => (
          <Face
            key={person.id}
            person={person}
            name={wholeName(person)}
            today={null}
            onToggle={() => onChoose(person)}
          />
        ))}
      </ul>
    </div>
  );
};

const bringIntoSight = (warning: HTMLDivElement | null) => {
  warning?.scrollIntoView({ block: 'nearest' });
};
