import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRoleId, type RoleId, roleIds } from '../../../../core/roles.ts';
import type { PersonCard } from '../../../../core/view.ts';
import { addPerson, changedIn } from '../../../device/manage/people.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useRoleName } from '../../../i18n/role-name.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { useManager } from '../manager.ts';
import { PersonRow } from '../parts/person-finder.tsx';
import { Pick } from '../parts/pick.tsx';
import style from './people.module.css';

interface AddSheetProps {
  isOpen: boolean;
  onClose: () => void;
  /** Somebody was added, or was there already. */
  onFound: (id: string, isNew: boolean) => void;
}

/** Puts somebody on the list by hand: a name and a role, the rest on their own page. */
export const AddSheet = ({ isOpen, onClose, onFound }: AddSheetProps) => {
  const { t } = useTranslation('people');
  return (
    <Sheet title={t('addSheet.title')} isOpen={isOpen} onClose={onClose}>
      <AddForm onFound={onFound} />
    </Sheet>
  );
};

type Problem = { field: 'given' | 'family'; problem: 'empty' | 'too-long' | 'forbidden-character' };

const AddForm = ({ onFound }: Pick<AddSheetProps, 'onFound'>) => {
  const { t } = useTranslation('people');
  const { ask } = useManager();
  const { conventions: language } = useLanguage();
  const roleName = useRoleName();
  const [given, setGiven] = useState('');
  const [family, setFamily] = useState('');
  const [role, setRole] = useState<RoleId | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [alike, setAlike] = useState<readonly PersonCard[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  /** One tap, however often it is sent; another name is another. */
  const id = useRef(crypto.randomUUID());
  const typed = (set: (text: string) => void) => (text: string) => {
    id.current = crypto.randomUUID();
    setProblem(null);
    setAlike([]);
    set(text);
  };
  const add = async (sure: boolean) => {
    if (role === null || isBusy) return;
    setIsBusy(true);
    setFailed(false);
    try {
      const done = await changedIn(
        await ask(addPerson({ id: id.current, given, family, role, language, sure })),
      );
      if (done.is === 'kept') onFound(id.current, true);
      if (done.is === 'alike') setAlike(done.alike);
      if (done.is === 'refused') setProblem(done.problem as Problem);
    } catch {
      setFailed(true);
    }
    setIsBusy(false);
  };
  const said = (field: Problem['field']) => (problem?.field === field ? t(`text.${problem.problem}`) : null);
  return (
    <div className={style.form}>
      <TextInput
        label={t('field.given')}
        value={given}
        onChange={typed(setGiven)}
        problem={said('given')}
        maxLength={400}
        autoFocus
      />
      <TextInput
        label={t('field.family')}
        value={family}
        onChange={typed(setFamily)}
        problem={said('family')}
        maxLength={400}
      />
      <Pick
        label={t('field.role')}
        value={role ?? ''}
        options={[
          ...(role === null ? [{ value: '', label: t('addSheet.choose') }] : []),
          ...roleIds.map((one) => ({ value: one, label: roleName(one) })),
        ]}
        onChange={(chosen) => setRole(isRoleId(chosen) ? chosen : null)}
      />
      {failed && (
        <Notice
          urgent
          happened={t('trouble.not-kept')}
          recorded={t('trouble.not-keptRecorded')}
          todo={t('trouble.not-keptTodo')}
        />
      )}
      {alike.length > 0 && (
        <>
          <p role="alert">{t('addSheet.alike')}</p>
          {alike.map((person) => (
            <PersonRow key={person.id} person={person} onPress={() => onFound(person.id, false)} />
          ))}
        </>
      )}
      <Button
        variant="primary"
        isDisabled={given.trim() === '' || role === null || isBusy}
        onPress={() => void add(alike.length > 0)}
      >
        {t(alike.length > 0 ? 'addSheet.sure' : 'addSheet.add')}
      </Button>
    </div>
  );
};
