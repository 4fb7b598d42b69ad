import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanName, longestName, type NameProblem } from '../../../core/names.ts';
import type { RoleFamily, RoleId } from '../../../core/roles.ts';
import type { PersonCard } from '../../../core/view.ts';
import { addVisitor } from '../../device/calls.ts';
import { useCommands } from '../../device/device.tsx';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { AlikePeople } from './alike-people.tsx';
import { RoleChoice } from './role-choice.tsx';
import style from './visitor-sheet.module.css';

interface VisitorSheetProps {
  isOpen: boolean;
  onClose: () => void;
  onAdded: (person: PersonCard) => void;
  /** What was searched for, where nobody has that name: it need not be typed twice. */
  typed?: string;
}

/** Somebody who is in no list: their name, typed, and what they do today. */
export const VisitorSheet = ({ isOpen, onClose, ...form }: VisitorSheetProps) => {
  const { t } = useTranslation('start');
  return (
    <Sheet title={t('visitor.title')} isOpen={isOpen} onClose={onClose}>
      <VisitorForm {...form} />
    </Sheet>
  );
};

const guestsFirst: readonly RoleFamily[] = ['learner', 'support'];

/** The form itself, for a sheet that asks this as its second step. */
export const VisitorForm = ({ onAdded, typed = '' }: Pick<VisitorSheetProps, 'onAdded' | 'typed'>) => {
  const { t } = useTranslation('start');
  const { tell } = useCommands();
  // The same person tried again is the same visitor, also where the first answer was lost; another name is another one.
  const last = useRef({ id: '', of: '' });
  const [name, setName] = useState(typed);
  const [role, setRole] = useState<RoleId | null>(null);
  const [problem, setProblem] = useState<NameProblem | null>(null);
  const [alike, setAlike] = useState<PersonCard[]>([]);
  const field = useRef<HTMLDivElement>(null);
  // The name may have been scrolled away by the roles.
  useEffect(() => {
    if (problem !== null) field.current?.querySelector('input')?.focus();
  }, [problem]);
  const add = async () => {
    const clean = cleanName(name);
    if ('problem' in clean) return setProblem(clean.problem);
    if (role === null) return;
    const of = `${role} ${clean.name}`;
    if (last.current.of !== of) last.current = { id: crypto.randomUUID(), of };
    try {
      const added = await addVisitor(last.current.id, clean.name, role, alike.length > 0);
      if (!added.ok) setProblem(added.problem);
      else if ('alike' in added.value) setAlike(added.value.alike);
      else onAdded(added.value);
    } catch {
      tell({ kind: 'name-not-kept' });
    }
  };
  return (
    <>
      <div ref={field}>
        <TextInput
          label={t('visitor.name')}
          hint={t('visitor.hint')}
          value={name}
          onChange={(text) => {
            setName(text);
            setProblem(null);
            setAlike([]);
          }}
          problem={problem === null ? null : t(`visitor.${problem}`)}
          maxLength={longestName}
          autoFocus
        />
      </div>
      <h3>{t('visitor.role')}</h3>
      <RoleChoice gender="neutral" value={role} onChange={setRole} first={guestsFirst} />
      {alike.length > 0 && <AlikePeople people={alike} onChoose={onAdded} />}
      <div className={style.add} data-stays="">
        <Button variant={alike.length > 0 ? 'quiet' : 'primary'} isDisabled={role === null} onPress={add}>
          {t(alike.length > 0 ? 'visitor.addAnyway' : 'visitor.add')}
        </Button>
      </div>
    </>
  );
};
