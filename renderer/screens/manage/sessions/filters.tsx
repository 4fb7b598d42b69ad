import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wholeName } from '../../../../core/names.ts';
import { sessionKinds, urgencies } from '../../../../core/session/words.ts';
import { marks, reasonsFor } from '../../../../core/timeline/marks.ts';
import type { PersonCard } from '../../../../core/view.ts';
import { askChoices, type Sought } from '../../../device/manage/sessions.ts';
import { Button } from '../../../ui/button.tsx';
import { Name } from '../../../ui/name.tsx';
import style from '../log/record.module.css';
import { useAsked } from '../manager.ts';
import { DayInput } from '../parts/day-input.tsx';
import leads from '../parts/leads.module.css';
import { Pick } from '../parts/pick.tsx';
import { PersonSheet } from './person-sheet.tsx';
import own from './sessions.module.css';
import { areWrong, everything, isNarrowed, type List, withMark } from './wanted.ts';

interface FiltersProps {
  sought: Sought;
  list: List;
  /** Whose sessions are looked for, if it is known who that is. */
  person: PersonCard | null;
  onChange: (sought: Sought, person: PersonCard | null) => void;
}

const all = 'all';

/** What sessions are looked for by. Of what was planned and not held nobody was in it. */
export const Filters = ({ sought, list, person, onChange }: FiltersProps) => {
  const { t } = useTranslation(['sessions', 'start', 'common']);
  const { value: choices } = useAsked('choices', askChoices);
  const [isFinding, setFinding] = useState(false);
  const change = (part: Partial<Sought>) => onChange({ ...sought, ...part }, person);
  const places = choices?.places.filter(({ unit }) => sought.unit === null || unit === sought.unit) ?? [];
  const unitOf = (id: string) => choices?.units.find((one) => one.id === id)?.name ?? '';
  const pick = <Value extends string>(
    name: 'unit' | 'place' | 'kind' | 'urgency' | 'mark' | 'reason',
    value: Value | null,
    options: readonly { value: Value; label: string; hint?: string }[],
    choose: (chosen: Value | null) => void,
  ) => (
    <Pick
      label={t(`sessions:filter.${name}`)}
      value={value ?? all}
      options={[{ value: all, label: t(`sessions:all.${name}`) }, ...options]}
      isMarked={value !== null}
      onChange={(chosen) => choose(options.find((one) => one.value === chosen)?.value ?? null)}
    />
  );
  return (
    <section aria-label={t('sessions:filter.label')}>
      <div className={style.bar}>
        <DayInput
          label={t('sessions:filter.from')}
          value={sought.from}
          problem={null}
          onChange={(from) => change({ from })}
        />
        <DayInput
          label={t('sessions:filter.to')}
          value={sought.to}
          problem={null}
          onChange={(to) => change({ to })}
        />
        {pick(
          'unit',
          sought.unit,
          (choices?.units ?? []).map(({ id, name }) => ({ value: id, label: name })),
          (unit) => change({ unit, place: null }),
        )}
        {pick(
          'place',
          sought.place,
          places.map(({ id, name, unit }) => ({ value: id, label: name, hint: unitOf(unit) })),
          (place) => change({ place }),
        )}
        {pick(
          'kind',
          sought.kind,
          sessionKinds.map((value) => ({ value, label: t(`start:kind.${value}`) })),
          (kind) => change({ kind }),
        )}
        {pick(
          'urgency',
          sought.urgency,
          urgencies.map((value) => ({ value, label: t(`start:urgency.${value}`) })),
          (urgency) => change({ urgency }),
        )}
        {list === 'held' && (
          <>
            {pick(
              'mark',
              sought.mark,
              marks.map((value) => ({ value, label: t(`sessions:mark.${value}`) })),
              (mark) => onChange(withMark(sought, mark), person),
            )}
            {reasonsFor(sought.mark).length > 0 &&
              pick(
                'reason',
                sought.reason,
                reasonsFor(sought.mark).map((value) => ({ value, label: t(`common:reason.${value}`) })),
                (reason) => change({ reason }),
              )}
            <div className={own.person}>
              <span className={own.label} id="whose">
                {t('sessions:filter.person')}
              </span>
              <Button className={own.whose} aria-describedby="whose" onPress={() => setFinding(true)}>
                {person === null ? t('sessions:filter.anybody') : <Name>{wholeName(person)}</Name>}
              </Button>
            </div>
          </>
        )}
      </div>
      {areWrong(sought) && (
        <p role="alert" className={style.wrong}>
          {t('sessions:filter.wrong')}
        </p>
      )}
      {isNarrowed(sought) && (
        <Button variant="plain" className={leads.link} onPress={() => onChange(everything, null)}>
          {t('sessions:filter.clear')}
        </Button>
      )}
      <PersonSheet
        isOpen={isFinding}
        onClose={() => setFinding(false)}
        onChoose={(chosen) => {
          setFinding(false);
          onChange({ ...sought, person: chosen?.id ?? null }, chosen);
        }}
      />
    </section>
  );
};
