import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonFile } from '../../../../core/people/view.ts';
import { steadyNow } from '../../../device/clock.ts';
import { changePerson, remove, retire, setLeave, takeBackIn } from '../../../device/manage/people.ts';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { DayInput } from '../parts/day-input.tsx';
import style from './person.module.css';
import { useDay } from './use-day.ts';
import type { PartProps, Saved } from './use-person.ts';

/** Whether somebody is here, away for a while, or gone. Nobody with a history is deleted. */
export const StandingPart = ({ person, desk, onGone }: PartProps & { onGone: (saved?: Saved) => void }) => {
  const { t } = useTranslation('people');
  const { standing } = person;
  return (
    <section className={style.part} aria-labelledby="standing">
      <h2 id="standing">{t('section.standing')}</h2>
      {standing === 'retired' ? (
        <>
          <p>{t('retire.left')}</p>
          <Button isDisabled={desk.isBusy} onPress={() => void desk.change(person, 'returned', takeBackIn)}>
            {t('retire.back')}
          </Button>
        </>
      ) : (
        <>
          {standing === 'visitor' ? (
            <Visitor person={person} desk={desk} />
          ) : (
            <OnLeave person={person} desk={desk} />
          )}
          <HasLeft person={person} desk={desk} />
        </>
      )}
      {person.removable && <Removal person={person} desk={desk} onGone={onGone} />}
    </section>
  );
};

const Visitor = ({ person, desk }: PartProps) => {
  const { t } = useTranslation('people');
  return (
    <>
      <p>{t('visitor.what')}</p>
      <Button
        isDisabled={desk.isBusy}
        onPress={() => void desk.change(person, 'on-list', (of) => changePerson(of, { onList: true }))}
      >
        {t('visitor.button')}
      </Button>
    </>
  );
};

const OnLeave = ({ person, desk }: PartProps) => {
  const { t } = useTranslation('people');
  const { leave, leaveByList } = person;
  const [from, setFrom] = useState(leave?.from ?? person.today);
  const [until, setUntil] = useState(leave?.until ?? '');
  const [problem, setProblem] = useState<'no-day' | 'ends-before' | 'is-over' | null>(null);
  const save = async () => {
    if (from === '') return setProblem('no-day');
    const wanted = { from, until: until === '' ? null : until };
    const done = await desk.change(person, 'leave', (of) => setLeave(of, wanted));
    const refused = done?.is === 'refused' ? done.problem : null;
    setProblem(refused === 'ends-before' || refused === 'is-over' ? refused : null);
  };
  const end = async () => {
    await desk.change(person, 'leave', (of) => setLeave(of, null));
    setUntil('');
  };
  return (
    <>
      <p>
        <LeaveWords person={person} />
      </p>
      <div className={style.days}>
        <DayInput
          label={t('leave.from')}
          value={from}
          problem={problem === 'no-day' ? t('leave.no-day') : null}
          onChange={(day) => {
            setProblem(null);
            setFrom(day);
          }}
        />
        <DayInput
          label={t('leave.until')}
          value={until}
          problem={problem === null || problem === 'no-day' ? null : t(`leave.${problem}`)}
          onChange={(day) => {
            setProblem(null);
            setUntil(day);
          }}
        />
      </div>
      <div className={style.line}>
        <Button isDisabled={desk.isBusy} onPress={() => void save()}>
          {t('leave.save')}
        </Button>
        {(leave !== null || leaveByList) && (
          <Button isDisabled={desk.isBusy} onPress={() => void end()}>
            {t('leave.end')}
          </Button>
        )}
      </div>
      <p className={style.quiet}>{t('leave.hint')}</p>
    </>
  );
};

const LeaveWords = ({ person: { leave, leaveByList, today } }: { person: PersonFile }) => {
  const { t } = useTranslation('people');
  const day = useDay();
  if (leave === null) return t(leaveByList ? 'leave.byList' : 'leave.none');
  const from = day(leave.from);
  const isNow = leave.from <= today;
  if (leave.until === null) return t(isNow ? 'leave.nowOpen' : 'leave.aheadOpen', { from });
  return t(isNow ? 'leave.now' : 'leave.ahead', { from, until: day(leave.until) });
};

const HasLeft = ({ person, desk }: PartProps) => {
  const { t } = useTranslation('people');
  const [asks, setAsks] = useState(false);
  const [problem, setProblem] = useState<'yourself' | 'last-one' | null>(null);
  const leave = async () => {
    const done = await desk.change(person, 'retired', retire);
    setAsks(false);
    const refused = done?.is === 'refused' ? done.problem : null;
    setProblem(refused === 'yourself' || refused === 'last-one' ? refused : null);
  };
  return (
    <>
      <Button onPress={() => setAsks(true)} isDisabled={person.isYou}>
        {t('retire.button')}
      </Button>
      {(problem !== null || person.isYou) && (
        <p role="status" className={style.quiet}>
          {t(`retire.${problem ?? 'yourself'}`)}
        </p>
      )}
      <Sheet title={t('retire.title')} isOpen={asks} onClose={() => setAsks(false)}>
        <p>{t('retire.what')}</p>
        {person.access !== null && <p>{t('retire.access')}</p>}
        <Button variant="primary" isDisabled={desk.isBusy} onPress={() => void leave()}>
          {t('retire.do')}
        </Button>
      </Sheet>
    </>
  );
};

const Removal = ({ person, desk, onGone }: PartProps & { onGone: (saved?: Saved) => void }) => {
  const { t } = useTranslation('people');
  const [problem, setProblem] = useState(false);
  const take = async () => {
    const done = await desk.change(person, 'removed', remove);
    if (done?.is === 'kept') onGone({ id: done.id, at: steadyNow(), done: 'removed' });
    else if (done?.is === 'gone') onGone();
    else setProblem(done?.is === 'refused');
  };
  return (
    <>
      <p className={style.quiet}>{t(problem ? 'changes.has-history' : 'remove.hint')}</p>
      <Button variant="plain" isDisabled={desk.isBusy} onPress={() => void take()}>
        {t('remove.button')}
      </Button>
    </>
  );
};
