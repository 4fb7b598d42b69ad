import { useTranslation } from 'react-i18next';
import type { Choices, Filters } from '../../../../core/figures/view.ts';
import { isRoleId } from '../../../../core/roles.ts';
import { sessionKinds, urgencies } from '../../../../core/session/words.ts';
import { useRoleName } from '../../../i18n/role-name.ts';
import { Button } from '../../../ui/button.tsx';
import { DayInput } from '../parts/day-input.tsx';
import { periods } from '../parts/periods.ts';
import { Pick } from '../parts/pick.tsx';
import { type DaysProblem, everything, isNarrowed, narrowedTo, type Wanted } from './asked.ts';
import style from './filter-bar.module.css';

interface FilterBarProps {
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
  /** What there is to choose from; null until the device has said. */
  choices: Choices | null;
  problem: DaysProblem | null;
}

const all = 'all';

/** What is counted: when, where, what. */
export const FilterBar = ({ wanted, onChange, choices, problem }: FilterBarProps) => {
  const { t } = useTranslation('figures');
  const roleName = useRoleName();
  const { filters } = wanted;
  const places = choices?.places.filter(({ unit }) => filters.unit === null || unit === filters.unit) ?? [];
  const unitOf = (place: string) => choices?.places.find(({ key }) => key === place)?.unit ?? null;
  const narrow = (change: Partial<Filters>) => onChange(narrowedTo(wanted, change, unitOf));
  const pick = (
    name: keyof Filters,
    options: readonly { value: string; label: string; hint?: string }[],
    choose: (value: string | null) => void,
  ) => (
    <Pick
      label={t(`filter.${name}`)}
      value={filters[name] ?? all}
      options={[{ value: all, label: t(`all.${name}`) }, ...options]}
      isMarked={filters[name] !== null}
      onChange={(value) => choose(value === all ? null : value)}
    />
  );
  return (
    <section className={style.bar} aria-label={t('filter.label')}>
      <Pick
        label={t('filter.period')}
        value={wanted.period}
        options={periods.map((value) => ({ value, label: t(`period.${value}`) }))}
        onChange={(period) => onChange({ ...wanted, period })}
      />
      {pick(
        'unit',
        (choices?.units ?? []).map(({ key, name }) => ({ value: key, label: name })),
        (unit) => narrow({ unit }),
      )}
      {pick(
        'place',
        places.map(({ key, name, unitName }) => ({ value: key, label: name, hint: unitName })),
        (place) => narrow({ place }),
      )}
      {pick(
        'kind',
        (choices?.kinds ?? []).map((value) => ({ value, label: t(`kind.${value}`) })),
        (kind) => narrow({ kind: sessionKinds.find((one) => one === kind) ?? null }),
      )}
      {pick(
        'urgency',
        (choices?.urgencies ?? []).map((value) => ({ value, label: t(`urgency.${value}`) })),
        (urgency) => narrow({ urgency: urgencies.find((one) => one === urgency) ?? null }),
      )}
      {pick(
        'shift',
        (choices?.shifts ?? []).map((value) => ({ value, label: value })),
        (shift) => narrow({ shift }),
      )}
      {pick(
        'role',
        (choices?.roles ?? []).map((value) => ({ value, label: roleName(value) })),
        (role) => narrow({ role: role !== null && isRoleId(role) ? role : null }),
      )}
      {isNarrowed(filters) && (
        <Button variant="plain" className={style.unset} onPress={() => onChange(everything(wanted))}>
          {t('filter.unset')}
        </Button>
      )}
      {wanted.period === 'own' && (
        <div className={style.own}>
          <DayInput
            label={t('filter.from')}
            value={wanted.own.from}
            problem={problem === null ? null : t(`filter.${problem}`)}
            onChange={(from) => onChange({ ...wanted, own: { ...wanted.own, from } })}
          />
          <DayInput
            label={t('filter.to')}
            value={wanted.own.to}
            problem={null}
            onChange={(to) => onChange({ ...wanted, own: { ...wanted.own, to } })}
          />
        </div>
      )}
    </section>
  );
};
