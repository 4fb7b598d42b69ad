import { useTranslation } from 'react-i18next';
import { wholeName } from '../../../../core/names.ts';
import type { ListedPerson } from '../../../../core/people/view.ts';
import { roleOf } from '../../../../core/roles.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useRoleName } from '../../../i18n/role-name.ts';
import { Button } from '../../../ui/button.tsx';
import { Name } from '../../../ui/name.tsx';
import { Portrait } from '../../../ui/portrait.tsx';
import style from './people.module.css';
import { useDay } from './use-day.ts';

interface PeopleTableProps {
  people: readonly ListedPerson[];
  onPerson: (id: string) => void;
}

/** A page of people: face and name lead to them, and beside it what there is to know at a glance. */
export const PeopleTable = ({ people, onPerson }: PeopleTableProps) => {
  const { t } = useTranslation('people');
  const columns = ['person', 'role', 'standing', 'photo', 'badge'] as const;
  return (
    <div className={style.scroll}>
      <table className={style.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonRow key={person.card.id} person={person} onPress={() => onPerson(person.card.id)} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const PersonRow = ({ person, onPress }: { person: ListedPerson; onPress: () => void }) => {
  const { t } = useTranslation('people');
  const { language } = useLanguage();
  const roleName = useRoleName();
  const { card, title, standing, hasBadge, maybeTwice } = person;
  const { family } = roleOf(card.role);
  return (
    <tr data-family={family}>
      <th scope="row">
        <Button variant="plain" className={style.person} onPress={onPress}>
          <Portrait person={card} family={family} className={style.face} />
          <span className={style.words}>
            <Name className={style.name}>{wholeName(card)}</Name>
            {maybeTwice && <span className={style.note}>{t('filter.doubles')}</span>}
          </span>
        </Button>
      </th>
      <td>
        <span className={style.role}>{roleName(card.role, card.gender)}</span>
        {title !== null &&
          title.toLocaleLowerCase(language) !== roleName(card.role).toLocaleLowerCase(language) && (
            <bdi className={style.quiet}>{title}</bdi>
          )}
      </td>
      <td data-quiet={standing === 'here' || undefined}>{t(`standing.${standing}`)}</td>
      <td>
        <PhotoWords person={person} />
      </td>
      <td data-quiet={hasBadge || undefined}>{t(hasBadge ? 'yes' : 'none')}</td>
    </tr>
  );
};

/** A photo that is well is said quietly; what somebody has to do something about is not. */
const PhotoWords = ({ person: { photoAge, photoUntil } }: { person: ListedPerson }) => {
  const { t } = useTranslation('people');
  const day = useDay();
  const isWell = photoAge === 'fresh' || photoAge === 'undated';
  return (
    <span className={isWell ? style.quiet : style.note}>
      {t(`photoAge.${photoAge}`, { date: photoUntil === null ? '' : day(photoUntil) })}
    </span>
  );
};
