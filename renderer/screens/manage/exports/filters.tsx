import { useTranslation } from 'react-i18next';
import type { ExportChoices } from '../../../../core/exports/view.ts';
import { fhirForms, tableFormats, tableNames } from '../../../../core/exports/words.ts';
import { sessionKinds } from '../../../../core/session/words.ts';
import { DayInput } from '../parts/day-input.tsx';
import { periods } from '../parts/periods.ts';
import { Pick } from '../parts/pick.tsx';
import style from './exports.module.css';
import { type WantedExport, wantedDays } from './wanted.ts';

interface FiltersProps {
  wanted: WantedExport;
  onChange: (wanted: WantedExport) => void;
  choices: ExportChoices;
  session: string | undefined;
}

const all = 'all';
const tables = ['summary', ...tableNames.filter((name) => name !== 'summary')] as const;

/** Of which days, places and kinds, and in which form; for an auditor only of when. */
export const Filters = ({ wanted, onChange, choices, session }: FiltersProps) => {
  const { t } = useTranslation('exports');
  const { purpose, period, own, unit, place, kind } = wanted;
  const change = (part: Partial<WantedExport>) => onChange({ ...wanted, ...part });
  const isBundle = purpose === 'auditor';
  const times = [
    ...(isBundle ? (['everything'] as const) : []),
    ...(isBundle && session !== undefined ? (['session'] as const) : []),
    ...periods,
  ];
  const places = choices.places.filter((one) => unit === null || one.unit === unit);
  const areDaysWrong = period === 'own' && wantedDays(wanted, choices.today) === null;
  const withAll = (name: 'unit' | 'place' | 'kind', options: { value: string; label: string }[]) => [
    { value: all, label: t(`all.${name}`) },
    ...options,
  ];
  const chosen = (value: string) => (value === all ? null : value);
  return (
    <div className={style.bar} data-many={purpose === 'quality' || undefined}>
      {purpose === 'quality' && (
        <>
          <Pick
            label={t('filter.table')}
            options={tables.map((value) => ({
              ...{ value, label: t(`table.${value}`), hint: t(`tableHint.${value}`) },
            }))}
            value={wanted.table}
            onChange={(table) => change({ table })}
          />
          <Pick
            label={t('filter.form')}
            options={tableFormats.map((value) => ({
              ...{ value, label: t(`form.${value}`), hint: t(`formHint.${value}`) },
            }))}
            value={wanted.format}
            onChange={(format) => change({ format })}
          />
        </>
      )}
      {purpose === 'system' && (
        <Pick
          label={t('filter.form')}
          options={fhirForms.map((value) => ({
            ...{ value, label: t(`form.fhir-${value}`), hint: t(`formHint.fhir-${value}`) },
          }))}
          value={wanted.form}
          onChange={(form) => change({ form })}
        />
      )}
      <Pick
        label={t('filter.period')}
        options={times.map((value) => ({ value, label: t(`period.${value}`) }))}
        value={period}
        onChange={(value) => change({ period: value })}
      />
      {!isBundle && (
        <>
          <Pick
            label={t('filter.unit')}
            options={withAll(
              'unit',
              choices.units.map(({ id, name }) => ({ value: id, label: name })),
            )}
            value={unit ?? all}
            isMarked={unit !== null}
            onChange={(value) => change({ unit: chosen(value), place: null })}
          />
          <Pick
            label={t('filter.place')}
            options={withAll(
              'place',
              places.map(({ id, name }) => ({ value: id, label: name })),
            )}
            value={place ?? all}
            isMarked={place !== null}
            onChange={(value) => change({ place: chosen(value) })}
          />
          <Pick
            label={t('filter.kind')}
            options={withAll(
              'kind',
              sessionKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
            )}
            value={kind ?? all}
            isMarked={kind !== null}
            onChange={(value) => change({ kind: sessionKinds.find((one) => one === value) ?? null })}
          />
        </>
      )}
      {period === 'own' && (
        <div className={style.own}>
          <DayInput
            label={t('from')}
            value={own.from}
            problem={areDaysWrong ? t('wrongDays') : null}
            onChange={(from) => change({ own: { ...own, from } })}
          />
          <DayInput
            label={t('to')}
            value={own.to}
            problem={null}
            onChange={(to) => change({ own: { ...own, to } })}
          />
        </div>
      )}
    </div>
  );
};
