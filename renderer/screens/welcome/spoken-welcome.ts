import { useTranslation } from 'react-i18next';
import { companions, waysToMeet } from '../../../core/session/words.ts';
import type { Choices } from '../../../core/view.ts';
import { wordingFor } from './wording.ts';

/** The welcome as it is read aloud: what stands on it, in its order, but for the languages and the staff's answer. */
export const useSpokenWelcome = () => {
  const { t } = useTranslation('welcome');
  return ({ answers, callMe }: Choices): string[] => {
    const wording = wordingFor(answers);
    const hello = callMe === null ? t('hello') : t('helloNamed', { name: callMe });
    return [
      hello.replaceAll(/<[^>]+>/gu, ''),
      t(wording.lead),
      t(wording.name),
      t(wording.meet),
      ...waysToMeet.map((way) => t(`way.${way}`)),
      t(wording.company),
      ...companions.map((one) => t(`companion.${one}`)),
      t('students'),
      t('studentsYes'),
      t('studentsNo'),
      t('decline'),
      t('notNow'),
      t('begin'),
    ];
  };
};
