import { useRef, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { wholeName } from '../../../../core/names.ts';
import type { LastChange } from '../../../../core/people/view.ts';
import { askChanges, changedIn, changesIn, putBack } from '../../../device/manage/people.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Name } from '../../../ui/name.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useAsked, useManager } from '../manager.ts';
import style from './people.module.css';

interface ChangesSheetProps {
  isOpen: boolean;
  /** Whether anything was put back. */
  onClose: (changed: boolean) => void;
}

/** What was changed by hand in the last days, each with a way back. */
export const ChangesSheet = ({ isOpen, onClose }: ChangesSheetProps) => {
  const { t } = useTranslation('people');
  const changed = useRef(false);
  const close = () => {
    onClose(changed.current);
    changed.current = false;
  };
  return (
    <Sheet title={t('changes.title')} isOpen={isOpen} onClose={close} close={t('badge.close')}>
      <Changes
        onPutBack={() => {
          changed.current = true;
        }}
      />
    </Sheet>
  );
};

const problems = [
  ...(['nothing-to-put-back', 'changed-since', 'has-history', 'last-one', 'in-session'] as const),
];

const Changes = ({ onPutBack }: { onPutBack: () => void }) => {
  const { t } = useTranslation('people');
  const { ask } = useManager();
  const { is, value, again } = useAsked('changes', async (ask) => changesIn(await ask(askChanges)));
  const [problem, setProblem] = useState<{ id: string; why: (typeof problems)[number] | 'not-kept' } | null>(
    null,
  );
  const [isBusy, setIsBusy] = useState(false);
  const back = async (of: string) => {
    const id = crypto.randomUUID();
    setIsBusy(true);
    try {
      const done = await changedIn(await ask(putBack({ id, of })));
      const why = done.is === 'refused' ? problems.find((one) => one === done.problem) : undefined;
      setProblem(done.is === 'kept' ? null : { id: of, why: why ?? 'not-kept' });
      if (done.is === 'kept') onPutBack();
      again();
    } catch {
      setProblem({ id: of, why: 'not-kept' });
    }
    setIsBusy(false);
  };
  if (is === 'failed')
    return (
      <Notice urgent happened={t('failed')}>
        <Button onPress={again}>{t('again')}</Button>
      </Notice>
    );
  if (value === null) return <p role="status">{t('loading')}</p>;
  return (
    <>
      <p className={style.what}>{t(value.length === 0 ? 'changes.none' : 'changes.what')}</p>
      <ul className={style.changes}>
        {value.map((change) => (
          <li key={change.id}>
            <div className={style.change}>
              <p>
                <What change={change} />
              </p>
              <p className={style.quiet}>
                <When change={change} />
              </p>
              {problem?.id === change.id && (
                <p role="alert" className={style.note}>
                  {t(problem.why === 'not-kept' ? 'trouble.not-kept' : `changes.${problem.why}`)}
                </p>
              )}
            </div>
            <Button isDisabled={isBusy} onPress={() => void back(change.id)}>
              {t('changes.putBack')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
};

const What = ({ change: { kind, fields, person, other } }: { change: LastChange }) => {
  const { t } = useTranslation('people');
  const { list } = useLanguage();
  const key = kind === 'badge' && other !== null ? 'badgeFrom' : kind;
  return (
    <Trans
      t={t}
      i18nKey={`changes.${key}`}
      values={{
        ...{ name: wholeName(person), other: other === null ? '' : wholeName(other) },
        fields: list(fields.map((field) => t(`field.${field}`))),
      }}
      components={{ name: <Name />, other: <Name /> }}
    />
  );
};

const When = ({ change: { at, by } }: { change: LastChange }) => {
  const { t } = useTranslation('people');
  const { date } = useLanguage();
  return (
    <>
      {date(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
      {by !== null && ' · '}
      {by !== null && (
        <Trans t={t} i18nKey="changes.by" values={{ name: wholeName(by) }} components={{ name: <Name /> }} />
      )}
    </>
  );
};
