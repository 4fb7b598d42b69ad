import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanName, longestName, type NameProblem } from '../../../../core/names.ts';
import type { PersonCard } from '../../../../core/view.ts';
import { addVisitor, findPeople } from '../../../device/calls.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
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
  if (people.length === 0 || isTyping) return <TypedName onAdded={onChosen} />;
  return (
    <>
      <PersonFinder label={t('finder.name')} people={people} onChoose={onChosen} />
      <Button onPress={() => setIsTyping(true)}>{t('first.notListed')}</Button>
    </>
  );
};

/** Who manages a kiosk may be on no list of those who introduce themselves. */
const TypedName = ({ onAdded }: { onAdded: (person: PersonCard) => void }) => {
  const { t } = useTranslation(['manage', 'start']);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<NameProblem | 'no-answer' | null>(null);
  const [added, setAdded] = useState({ id: '', of: '' });
  const add = async () => {
    const clean = cleanName(name);
    if ('problem' in clean) return setProblem(clean.problem);
    const id = added.of === clean.name ? added.id : crypto.randomUUID();
    setAdded({ id, of: clean.name });
    const done = await addVisitor(id, clean.name, 'care-team-member', true).catch(() => null);
    if (done === null) return setProblem('no-answer');
    if (!done.ok) return setProblem(done.problem);
    if (!('alike' in done.value)) onAdded(done.value);
  };
  return (
    <>
      <TextInput
        label={t('first.manager')}
        hint={t('first.managerHint')}
        value={name}
        onChange={(text) => {
          setName(text);
          setProblem(null);
        }}
        problem={problem === null || problem === 'no-answer' ? null : t(`start:visitor.${problem}`)}
        maxLength={longestName}
        onEnter={add}
        autoFocus
      />
      {problem === 'no-answer' && (
        <Notice urgent happened={t('notIn.no-answer')} todo={t('notIn.no-answerTodo')} />
      )}
      <Button variant="primary" isDisabled={name.trim() === ''} onPress={add}>
        {t('first.choose')}
      </Button>
    </>
  );
};
