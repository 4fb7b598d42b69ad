import { useTranslation } from 'react-i18next';
import { isRoleId } from '../../../../core/roles.ts';
import type { FieldChange, PreviewPart, PreviewRow } from '../../../../core/roster/import-view.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useRoleName } from '../../../i18n/role-name.ts';
import { useWallTime } from '../log/wall-time.ts';
import style from './imports.module.css';

/** What changes of somebody or something: what it is, as it is now, and as it will be. */
export const Changes = ({ row: { changes }, part }: { row: PreviewRow; part: PreviewPart }) => {
  const { t } = useTranslation('imports');
  const show = useShown();
  // Only of who is here and will be otherwise there is a before and an after.
  const isPlain = plainParts.has(part);
  /** A title that says the role in the same words says nothing more. */
  const isSaidTwice = (change: FieldChange, all: readonly FieldChange[]): boolean => {
    const role = all.find(({ field }) => field === 'role');
    if (!isPlain || change.field !== 'title' || role === undefined) return false;
    const same = (one: FieldChange) => show(one, one.to ?? one.from)?.toLocaleLowerCase();
    return same(change) === same(role);
  };
  const has = (key: string): key is keyof typeof fieldKeys => Object.hasOwn(fieldKeys, key);
  if (changes.length === 0) return null;
  return (
    <dl className={style.changes} data-plain={isPlain || undefined}>
      {changes
        .filter((change) => !isSaidTwice(change, changes))
        .map((change) => (
          <div key={change.field}>
            <dt>{has(change.field) ? t(`fields.${change.field}`) : change.field}</dt>
            {(change.from !== null || change.to !== null) && (
              <dd>
                {isPlain && <bdi>{show(change, change.to ?? change.from)}</bdi>}
                {!isPlain && (change.from !== null || fullChange.has(change.field)) && (
                  <span className={style.from}>
                    <span className="only-heard">{t('now')} </span>
                    <bdi>{show(change, change.from) ?? t('none')}</bdi>
                  </span>
                )}
                {!isPlain && change.to !== null && (
                  <span>
                    <span className="only-heard">{t('then')} </span>
                    <bdi>{show(change, change.to)}</bdi>
                  </span>
                )}
              </dd>
            )}
          </div>
        ))}
    </dl>
  );
};

const fieldKeys = {
  ...{ given: 0, family: 0, preferred: 0, say_it: 0, pronouns: 0, credentials: 0, title: 0, role: 0 },
  ...{ languages: 0, photo: 0, photo_date: 0, badge: 0, number: 0, 'on-leave': 0, 'no-leave': 0 },
  ...{ when: 0, where: 0, place: 0, date: 0, time: 0, kind: 0, urgency: 0, lead: 0, team: 0 },
} as const;

const plainParts: ReadonlySet<PreviewPart> = new Set(['added', 'missing', 'retired', 'cancelled', 'held']);

/** Of these, that there was nothing before is worth saying. */
const fullChange: ReadonlySet<string> = new Set(['preferred', 'say_it', 'pronouns', 'credentials', 'title']);

const useShown = () => {
  const { t } = useTranslation('schedule');
  const { date, nameOf } = useLanguage();
  const { moment } = useWallTime();
  const roleName = useRoleName();
  return ({ field }: FieldChange, value: string | null): string | null => {
    if (value === null) return null;
    if (field === 'role') return isRoleId(value) ? roleName(value) : value;
    if (field === 'languages')
      return value
        .split(', ')
        .map((tag) => nameOf(tag) ?? tag)
        .join(', ');
    if (field === 'photo_date' || field === 'date')
      return date(new Date(`${value}T12:00:00`), { dateStyle: 'medium' });
    if (field === 'when') return moment(`${value}:00`);
    if (field === 'kind' && (value === 'surgery' || value === 'shift-change')) return t(`kind.${value}`);
    if (field === 'urgency' && (value === 'elective' || value === 'urgent' || value === 'emergency'))
      return t(`urgency.${value}`);
    return value;
  };
};
