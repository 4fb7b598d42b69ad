import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listFilters } from '../../../../core/people/view.ts';
import { steadyNow } from '../../../device/clock.ts';
import { putBack } from '../../../device/manage/people.ts';
import { UndoBar } from '../../../ui/undo-bar.tsx';
import { useManager } from '../manager.ts';
import type { SectionProps } from '../section.ts';
import { AddSheet } from './add-sheet.tsx';
import { ChangesSheet } from './changes-sheet.tsx';
import { PairPage } from './pair-page.tsx';
import style from './people.module.css';
import { type ListState, PeopleList } from './people-list.tsx';
import { PersonPage } from './person-page.tsx';
import { SuspectsPage } from './suspects-page.tsx';
import type { Saved } from './use-person.ts';

/** What of the section is looked at; `back` is what led there. */
export type Shown =
  | { is: 'list' }
  | { is: 'person'; id: string }
  | { is: 'suspects' }
  | { is: 'pair'; one: string; other: string; back: Shown };

/** The list of people; from it to one of them, and to those who may be here twice. */
export const PeopleSection = ({ preset }: SectionProps) => {
  const { t } = useTranslation('people');
  const [shown, setShown] = useState<Shown>(() =>
    preset.person === undefined ? { is: 'list' } : { is: 'person', id: preset.person },
  );
  const [list, setList] = useState<ListState>(() => ({
    ...{ q: '', from: 0 },
    filter: listFilters.find((one) => one === preset.filter) ?? 'everybody',
  }));
  const [sheet, setSheet] = useState<'add' | 'changes' | null>(null);
  const [turn, setTurn] = useState(0);
  const [saved, setSaved] = useState<Saved | null>(null);
  const { ask } = useManager();
  const close = () => setSheet(null);
  const show = (next: Shown, just: Saved | null = null) => {
    setSaved(just);
    setShown(next);
  };
  /** What was put back may be anybody’s: the list is asked for anew. */
  const putBackNow = async (of: string) => {
    const id = crypto.randomUUID();
    const answer = await ask(putBack({ id, of })).catch(() => null);
    if (answer?.status !== 200) return setSheet('changes');
    setSaved({ id, at: steadyNow(), done: 'putBack' });
    setTurn((now) => now + 1);
  };
  return (
    <>
      {shown.is === 'list' && (
        <PeopleList
          key={turn}
          list={list}
          onList={setList}
          onShow={show}
          onAdd={() => setSheet('add')}
          onChanges={() => setSheet('changes')}
        />
      )}
      {shown.is === 'person' && (
        <PersonPage
          key={shown.id}
          id={shown.id}
          just={saved}
          onShow={show}
          onChanges={() => setSheet('changes')}
        />
      )}
      {shown.is === 'suspects' && <SuspectsPage key={turn} onShow={show} />}
      {shown.is === 'pair' && <PairPage key={`${shown.one} ${shown.other}`} pair={shown} onShow={show} />}
      {(shown.is === 'list' || shown.is === 'suspects') && (
        <div className={style.saved}>
          <UndoBar
            step={
              saved === null
                ? null
                : { ...saved, message: t(`saved.${saved.done}`), undoable: saved.done !== 'putBack' }
            }
            onUndo={(of) => void putBackNow(of)}
          />
        </div>
      )}
      <AddSheet
        isOpen={sheet === 'add'}
        onClose={close}
        onFound={(id, isNew) => {
          close();
          show({ is: 'person', id }, isNew ? { id, at: steadyNow(), done: 'added' } : null);
        }}
      />
      <ChangesSheet
        isOpen={sheet === 'changes'}
        onClose={(changed) => {
          close();
          if (!changed) return;
          setTurn((now) => now + 1);
          show({ is: 'list' });
        }}
      />
    </>
  );
};
