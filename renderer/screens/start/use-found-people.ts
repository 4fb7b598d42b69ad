import { useEffect, useState } from 'react';
import { searchForm, wholeName } from '../../../core/names.ts';
import type { PersonCard } from '../../../core/view.ts';
import { findPeople } from '../../device/calls.ts';

const pauseInTyping = 150;

const hasName = (person: PersonCard, wanted: string): boolean =>
  searchForm(`${person.first} ${person.rest} ${wholeName(person)}`)
    .split(' ')
    .some((_, at, words) => words.slice(at).join(' ').startsWith(wanted));

/**
 * Those of `people` whose name has what is typed, at once, and with them whoever else the device knows by it. With
 * nothing typed, all of `people`.
 */
export const useFoundPeople = (people: readonly PersonCard[], typed: string): readonly PersonCard[] => {
  const [answer, setAnswer] = useState<{ to: string; people: PersonCard[] }>({ to: '', people: [] });
  const wanted = searchForm(typed);
  useEffect(() => {
    if (wanted === '') return;
    let over = false;
    const timer = window.setTimeout(() => {
      findPeople(typed).then(
        (found) => {
          if (!over) setAnswer({ to: wanted, people: found });
        },
        // Nobody more to show: those who are on this screen are found without the device.
        () => {},
      );
    }, pauseInTyping);
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
  }, [typed, wanted]);
  if (wanted === '') return people;
  const here = people.filter((person) => hasName(person, wanted));
  const ids = new Set(here.map((person) => person.id));
  const more = answer.to === wanted ? answer.people.filter((person) => !ids.has(person.id)) : [];
  return [...here, ...more];
};
