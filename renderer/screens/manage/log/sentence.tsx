import { Trans, useTranslation } from 'react-i18next';
import type { LogEvent } from '../../../../core/log/entry.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useRoleName } from '../../../i18n/role-name.ts';
import { Name } from '../../../ui/name.tsx';
import { type Known, nameIn, personIn } from './known.ts';
import { type Said, saidOf } from './said.ts';

interface SentenceProps {
  happened: LogEvent;
  known: Known;
}

/** What an entry means, in a sentence in the language of the screen, with the values of the entry in it. */
export const Sentence = ({ happened, known }: SentenceProps) => {
  const { t, i18n } = useTranslation('log');
  const valuesOf = useValues(known);
  const said = saidOf(happened);
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
  const { t } = useTranslation(['log', 'start', 'board', 'manage', 'common']);
  const { number, nameOf } = useLanguage();
  const roleName = useRoleName();
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
  return (said: Said): Record<string, string> => ({
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
