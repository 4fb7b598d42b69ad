import { Trans, useTranslation } from 'react-i18next';
import type { LogEvent } from '../../../../core/log/entry.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useRoleName } from '../../../i18n/role-name.ts';
import { Name } from '../../../ui/name.tsx';
import { useWords } from '../figures/use-words.ts';
import { type Known, nameIn, personIn } from './known.ts';
import { type Said, saidOf } from './said.ts';
import { SettingsSentence } from './settings-sentence.tsx';

interface SentenceProps {
  happened: LogEvent;
  known: Known;
}

/** What an entry means, in a sentence in the language of the screen, with the values of the entry in it. */
export const Sentence = ({ happened, known }: SentenceProps) => {
  const { t, i18n } = useTranslation('log');
  const valuesOf = useValues(known);
  const said = saidOf(happened);
  if (happened.type === 'settings-changed' && happened.data.changes !== undefined)
    return <SettingsSentence changes={happened.data.changes} known={known} />;
  const key = `event.${said.key}` as const;
  // A newer version of the program may know kinds of entries for which these screens have no words yet.
  if (!i18n.exists(`log:${key}`)) return <>{t('other', { type: happened.type })}</>;
  return (
    <Trans
      t={t}
      i18nKey={key as 'event.unlocked'}
      values={valuesOf(said)}
      components={{ name: <Name />, other: <Name /> }}
    />
  );
};

/** The values of a sentence, in words and as numbers are written. */
const useValues = (known: Known) => {
  const { t } = useTranslation(['log', 'start', 'board', 'manage', 'common', 'exports']);
  const { number, nameOf } = useLanguage();
  const roleName = useRoleName();
  const { days: writtenDays } = useWords();
  const what = ({ record }: Said): string => {
    if (record === undefined) return '';
    const { status, method, reason } = record;
    const words =
      status === 'introduced' || status === 'already-known'
        ? t(`log:status.${status}.${method ?? 'attested'}`)
        : t(`log:status.${status}`);
    return reason === null
      ? words
      : t('log:withReason', { what: words, reason: t(`common:reason.${reason}`) });
  };
  const role = ({ role: id, access, who }: Said): string => {
    if (access !== undefined) return t(`manage:roles.${access}`);
    return id === undefined ? '' : roleName(id, personIn(known, who)?.gender);
  };
  const left = ({ left: file }: Said): string => {
    if (file === undefined) return '';
    const { form } = file;
    return typeof form === 'string'
      ? t(`exports:past.${form}`)
      : t('exports:past.tableAs', {
          table: t(`exports:table.${form.table}`),
          form: t(`exports:form.${form.format}`),
        });
  };
  const days = ({ left: file }: Said): string => {
    if (file === undefined) return '';
    if (file.days !== null) return writtenDays(file.days);
    return t(file.ofSession ? 'exports:past.session' : 'exports:past.everything');
  };
  return (said: Said): Record<string, string> => ({
    left: left(said),
    days: days(said),
    name: nameIn(known, said.who) ?? t('log:somebody'),
    other: nameIn(known, said.other) ?? t('log:somebody'),
    what: what(said),
    role: role(said),
    language: said.language === undefined ? '' : (nameOf(said.language) ?? said.language),
    round: said.round === undefined ? '' : t(`board:person.${said.round}`),
    urgency: said.urgency === undefined ? '' : t(`start:urgency.${said.urgency}`),
    interpreter: said.interpreter === undefined ? '' : t(`start:interpreter.${said.interpreter}`),
    ...Object.fromEntries(Object.entries(said.numbers ?? {}).map(([name, value]) => [name, number(value)])),
  });
};
