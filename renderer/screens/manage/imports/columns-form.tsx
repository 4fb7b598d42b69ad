import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Field, fieldNames } from '../../../../core/roster/columns.ts';
import type { Outline, Said } from '../../../../core/roster/said-columns.ts';
import { Button } from '../../../ui/button.tsx';
import { Pick } from '../parts/pick.tsx';
import style from './imports.module.css';

interface ColumnsFormProps {
  outline: Outline;
  onUse: (said: { headerLine: number | null; fields: (Field | null)[] }) => void;
}

/** What each column of a list is taken for, to be corrected. */
export const ColumnsForm = ({ outline, onUse }: ColumnsFormProps) => {
  const { t } = useTranslation('imports');
  const [fields, setFields] = useState<Said['fields']>(outline.columns.map(({ field }) => field));
  const [head, setHead] = useState<'head' | 'noHead'>(outline.headerLine === null ? 'noHead' : 'head');
  const options = (['none', ...fieldNames] as const).map((value) => ({
    value,
    label: value === 'none' ? t('columns.unused') : t(`columns.fields.${value}`),
  }));
  return (
    <div className={style.columns}>
      <p className={style.what}>{t('columns.what')}</p>
      <div className={style.head}>
        <Pick
          label={t('columns.head')}
          options={[
            { value: 'head', label: t('line', { line: outline.headerLine ?? 1 }) },
            { value: 'noHead', label: t('columns.noHead') },
          ]}
          value={head}
          onChange={setHead}
        />
      </div>
      <div className={style.scroll}>
        <table className={style.table} aria-label={t('columns.open')}>
          <thead>
            <tr>
              <th scope="col">{t('columns.called')}</th>
              <th scope="col">{t('columns.samples')}</th>
              <th scope="col">{t('columns.is')}</th>
            </tr>
          </thead>
          <tbody>
            {outline.columns.map(({ called, isPrivate, samples }, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
              <tr key={column}>
                <th scope="row">
                  <bdi>{called === '' ? t('columns.column', { number: column + 1 }) : called}</bdi>
                </th>
                <td>
                  {isPrivate ? (
                    t('columns.private')
                  ) : (
                    <bdi className={style.samples}>{samples.join(' · ')}</bdi>
                  )}
                </td>
                <td>
                  {!isPrivate && (
                    <Pick
                      hidesLabel
                      label={called === '' ? t('columns.column', { number: column + 1 }) : called}
                      options={options}
                      value={fields[column] ?? 'none'}
                      onChange={(chosen) =>
                        setFields((now) =>
                          now.map((field, at) =>
                            at === column ? (chosen === 'none' ? null : chosen) : field,
                          ),
                        )
                      }
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button
        className={style.use}
        onPress={() =>
          onUse({ headerLine: head === 'head' ? (outline.headerLine ?? 1) : null, fields: [...fields] })
        }
      >
        {t('columns.use')}
      </Button>
    </div>
  );
};
