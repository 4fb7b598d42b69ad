import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard, StartView } from '../../../core/view.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Hint } from '../../ui/hint.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { calledAmong } from './called.ts';
import { type Draft, type DraftChange, inOrder } from './draft.ts';
import { Face } from './face.tsx';
import faces from './faces.module.css';
import { Occasion } from './occasion.tsx';
import { PlanList } from './plan-list.tsx';
import { RoleSheet } from './role-sheet.tsx';
import style from './start.module.css';
import { TurnoverLine } from './turnover-line.tsx';
import { useFoundPeople } from './use-found-people.ts';
import { VisitorSheet } from './visitor-sheet.tsx';

interface StartScreenProps {
  /** Null until the device has answered. */
  start: StartView | null;
  draft: Draft;
  change: (change: DraftChange) => void;
  onBack: () => void;
  onHandOver: () => void;
  onBoardOnly: () => void;
}

/** Who is caring for this patient today: a card on the left brings a team, a face adds one person or takes them out. */
export const StartScreen = ({ start, draft, change, onBack, onHandOver, onBoardOnly }: StartScreenProps) => {
  const { t } = useTranslation('start');
  const [typed, setTyped] = useState('');
  const [roleFor, setRoleFor] = useState<PersonCard | null>(null);
  const [visitor, setVisitor] = useState(false);
  const everybody = inOrder(draft, start?.people ?? []);
  const found = useFoundPeople(everybody, typed);
  const called = calledAmong([...everybody, ...found]);
  const isShiftChange = draft.kind === 'shift-change';
  const memberOf = (id: string) => draft.team.find((one) => one.person === id);
  const nobody = draft.team.length === 0;
  const nobodyArrives = isShiftChange && !nobody && draft.team.every((one) => one.part === 'leaving');
  const choose = (person: PersonCard) => {
    if (typed !== '') setTyped('');
    change({ type: typed === '' ? 'toggle' : 'add', person });
  };
  return (
    <main className={style.screen}>
      <header className={style.head}>
        <h1 className={style.title}>{t(draft.next === null ? 'title' : 'nextTitle')}</h1>
        <TextInput label={t('find')} value={typed} onChange={setTyped} className={classes(style.find)} />
      </header>
      {start === null ? (
        <p role="status">{t('loading')}</p>
      ) : (
        <PlanList start={start} draft={draft} change={change} />
      )}
      <section className={style.people} aria-label={t('team')}>
        {everybody.length > 0 && (
          // The words under the faces are there once somebody is chosen.
          <Hint>{t(`hint.${isShiftChange && !nobody ? 'shift-change' : 'surgery'}`)}</Hint>
        )}
        {isShiftChange && (
          <TurnoverLine team={draft.team} called={calledAmong(everybody.filter(({ id }) => memberOf(id)))} />
        )}
        {found.length === 0 && start !== null && <p role="status">{t(typed === '' ? 'noList' : 'nobody')}</p>}
        <ul className={faces.faces}>
          {found.map((person) => (
            <Face
              key={person.id}
              person={person}
              name={called.get(person.id)}
              today={memberOf(person.id)?.role ?? null}
              part={isShiftChange ? memberOf(person.id)?.part : undefined}
              onToggle={() => choose(person)}
              onPart={(part) => change({ type: 'part', person: person.id, part })}
              onRole={() => setRoleFor(person)}
            />
          ))}
          <li className={style.someone}>
            <Button variant="plain" className={classes(style.add)} onPress={() => setVisitor(true)}>
              <span className={style.plus} aria-hidden="true">
                +
              </span>
              <span className={style.someoneName}>{t('someone')}</span>
              <span className={style.someoneHint}>{t('someoneHint')}</span>
            </Button>
          </li>
        </ul>
      </section>
      <div className={style.occasion}>
        <Occasion
          urgency={isShiftChange ? null : draft.urgency}
          onUrgency={(urgency) => change({ type: 'set', values: { urgency } })}
          interpreter={draft.interpreter}
          onInterpreter={(interpreter) => change({ type: 'set', values: { interpreter } })}
        />
        {draft.next !== null && <p className={style.erases}>{t('nextErases')}</p>}
      </div>
      <footer className={style.foot}>
        <Button variant="plain" className={classes(style.back)} onPress={onBack}>
          {t('back')}
        </Button>
        <p className={style.count} role="status">
          {nobodyArrives ? t('nobodyArrives') : t('chosen', { count: draft.team.length })}{' '}
          <span>{t('badge')}</span>
        </p>
        <Button
          variant="quiet"
          isDisabled={nobody || nobodyArrives}
          onPress={onBoardOnly}
          className={classes(style.quiet)}
        >
          {t('boardOnly')}
        </Button>
        <Button
          variant="primary"
          isDisabled={nobody || nobodyArrives}
          onPress={onHandOver}
          className={classes(style.primary)}
        >
          {t('hand')}
        </Button>
      </footer>
      <RoleSheet
        person={roleFor}
        role={roleFor === null ? null : (memberOf(roleFor.id)?.role ?? null)}
        onClose={() => setRoleFor(null)}
        onRole={(role) => {
          if (roleFor !== null) change({ type: 'role', person: roleFor.id, role });
        }}
      />
      <VisitorSheet
        isOpen={visitor}
        onClose={() => setVisitor(false)}
        typed={found.length === 0 ? typed : ''}
        onAdded={(person) => {
          setVisitor(false);
          setTyped('');
          change({ type: 'add', person });
        }}
      />
    </main>
  );
};
