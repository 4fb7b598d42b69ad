import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wholeName } from '../../../../core/names.ts';
import { roleIds } from '../../../../core/roles.ts';
import type { NotScheduled, ScheduleDay, ScheduledSession } from '../../../../core/schedule-view.ts';
import { sessionKinds, urgencies } from '../../../../core/session/words.ts';
import { cancelSession, keepSession, type Wanted } from '../../../device/manage/schedule.ts';
import { useRoleName } from '../../../i18n/role-name.ts';
import { Button } from '../../../ui/button.tsx';
import { Name } from '../../../ui/name.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { useManager } from '../manager.ts';
import { DayInput } from '../parts/day-input.tsx';
import { PersonFinder } from '../parts/person-finder.tsx';
import { Pick } from '../parts/pick.tsx';
import style from './schedule.module.css';
import { typedTime } from './typed-time.ts';

interface SessionSheetProps {
  editing: ScheduledSession | 'new' | null;
  day: ScheduleDay;
  onClose: (changed: boolean) => void;
}

/** Puts a session on the schedule, changes it, or takes it off. */
export const SessionSheet = ({ editing, day, onClose }: SessionSheetProps) => {
  const { t } = useTranslation('schedule');
  return (
    <Sheet
      title={t(editing === 'new' ? 'form.add' : 'form.change')}
      isOpen={editing !== null}
      onClose={() => onClose(false)}
    >
      {editing !== null && (
        <SessionForm session={editing === 'new' ? null : editing} day={day} onDone={() => onClose(true)} />
      )}
    </Sheet>
  );
};

interface SessionFormProps {
  session: ScheduledSession | null;
  day: ScheduleDay;
  onDone: () => void;
}

const SessionForm = ({ session, day, onDone }: SessionFormProps) => {
  const { t } = useTranslation('schedule');
  const roleName = useRoleName();
  const { ask } = useManager();
  const [id, setId] = useState(() => crypto.randomUUID());
  const [cancelId] = useState(() => crypto.randomUUID());
  const [names, setNames] = useState(day.people);
  const [problem, setProblem] = useState<NotScheduled | 'no-answer' | null>(null);
  const [wasAsked, setWasAsked] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [wanted, setWanted] = useState<Wanted>(() => wantedOf(session, day));
  const { place, date, time, kind, urgency, lead, team } = wanted;
  const change = (part: Partial<Wanted>) => {
    setWanted((now) => ({ ...now, ...part }));
    // What is asked for now is something else than before.
    setId(crypto.randomUUID());
    setProblem(null);
  };
  const begins = typedTime(time);
  const tell = async (question: () => Promise<{ ok: true } | { ok: false; problem: NotScheduled }>) => {
    if (isBusy) return;
    setIsBusy(true);
    const answer = await question().catch(() => null);
    setIsBusy(false);
    if (answer?.ok) onDone();
    else setProblem(answer === null ? 'no-answer' : answer.problem);
  };
  const keep = () => {
    setWasAsked(true);
    if (begins === null || date === '') return;
    const planned = { ...wanted, time: begins };
    void tell(() => keepSession(ask, { id, scheduled: session?.id ?? null, session: planned }));
  };
  const cancel = (why: 'cancelled' | 'by-mistake') => {
    if (session !== null) void tell(() => cancelSession(ask, { id: cancelId, scheduled: session.id, why }));
  };
  const member = (person: string, part: Partial<Wanted['team'][number]>) =>
    change({ team: team.map((one) => (one.person === person ? { ...one, ...part } : one)) });
  return (
    <div className={style.form}>
      <Pick
        label={t('form.place')}
        options={day.places.map((one) => ({ value: one.id, label: one.name, hint: one.unit }))}
        value={place}
        onChange={(chosen) => change({ place: chosen })}
      />
      <div className={style.bar}>
        <DayInput
          label={t('day')}
          value={date}
          onChange={(chosen) => change({ date: chosen })}
          problem={wasAsked && date === '' ? t('form.noDay') : null}
        />
        <TextInput
          label={t('form.time')}
          value={time}
          onChange={(typed) => change({ time: typed })}
          maxLength={12}
          problem={wasAsked && begins === null ? t('form.noTime') : null}
        />
      </div>
      <Segments
        label={t('kind.label')}
        options={sessionKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={kind}
        onChange={(chosen) => change({ kind: chosen })}
      />
      {kind === 'surgery' && (
        <Segments
          label={t('urgency.label')}
          options={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))}
          value={urgency}
          onChange={(chosen) => change({ urgency: chosen })}
        />
      )}
      <h3>{t('form.team')}</h3>
      <ul className={style.members}>
        {team.map(({ person, role, part }) => (
          <li key={person}>
            <Name className={style.lead}>{names[person] ?? ''}</Name>
            <Pick
              label={t('form.role')}
              options={roleIds.map((value) => ({ value, label: roleName(value) }))}
              value={role}
              onChange={(chosen) => member(person, { role: chosen })}
            />
            {kind === 'shift-change' && (
              <Pick
                label={t('form.part')}
                options={(['staying', 'arriving', 'leaving'] as const).map((value) => ({
                  value,
                  label: t(`form.${value}`),
                }))}
                value={part ?? 'staying'}
                onChange={(chosen) => member(person, { part: chosen === 'staying' ? null : chosen })}
              />
            )}
            <Button
              onPress={() =>
                change({
                  team: team.filter((one) => one.person !== person),
                  lead: lead === person ? null : lead,
                })
              }
            >
              {t('form.takeOut')}
            </Button>
          </li>
        ))}
      </ul>
      {team.length > 0 && (
        <Pick
          label={t('form.lead')}
          options={[
            { value: '', label: t('form.leadNone') },
            ...team.map(({ person }) => ({ value: person, label: names[person] ?? '' })),
          ]}
          value={lead ?? ''}
          onChange={(chosen) => change({ lead: chosen === '' ? null : chosen })}
        />
      )}
      <PersonFinder
        label={t('form.find')}
        onChoose={(person) => {
          setNames((now) => ({ ...now, [person.id]: wholeName(person) }));
          if (!team.some((one) => one.person === person.id))
            change({ team: [...team, { person: person.id, role: person.role }] });
        }}
      />
      {problem !== null && <Notice urgent happened={t(`not.${problem}`)} />}
      <Button variant="primary" isDisabled={isBusy} onPress={keep}>
        {t('form.keep')}
      </Button>
      {session !== null && (
        <section className={style.off} aria-labelledby="off">
          <h3 id="off">{t('form.cancel')}</h3>
          <p>{t(session.is === 'missed' ? 'form.cancelLate' : 'form.cancelWhat')}</p>
          <div className={style.bar}>
            {(['cancelled', 'by-mistake'] as const).map((why) => (
              <Button key={why} isDisabled={isBusy} onPress={() => cancel(why)}>
                {t(`why.${why}`)}
              </Button>
            ))}
          </div>
        </section>
      )}
    </div>
  );
};

const wantedOf = (session: ScheduledSession | null, { day, places }: ScheduleDay): Wanted => {
  if (session === null)
    return {
      ...{ place: places[0]?.id ?? '', date: day, time: '', kind: 'surgery', urgency: 'elective' },
      ...{ lead: null, team: [] },
    };
  const { place, date, time, kind, urgency, lead, team } = session;
  return { place, date, time, kind, urgency, lead, team };
};
