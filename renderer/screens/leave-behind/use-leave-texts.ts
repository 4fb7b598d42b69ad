import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { peopleOnLeaveBehind } from '../../../core/leave-behind/people.ts';
import { leaveTexts } from '../../../core/leave-behind/texts.ts';
import { wholeName } from '../../../core/names.ts';
import type { Participant, Session } from '../../../core/session/state.ts';
import type { DeviceView, PersonCard } from '../../../core/view.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { QrCode } from '../../ui/qr-code.ts';

interface Shown {
  view: DeviceView;
  session: Session;
}

/** Who is on the leave-behind, with what is known of them. */
export const onLeaveBehind = ({ view, session }: Shown): { participant: Participant; person: PersonCard }[] =>
  peopleOnLeaveBehind(session, view.choices.students).flatMap((participant) => {
    const person = view.people[participant.person];
    return person === undefined ? [] : [{ participant, person }];
  });

/** The day of the session, as it is written in the language of the patient. */
export const useDay = ({ opened }: Session): string => {
  const { date } = useLanguage();
  return date(new Date(opened.at), { dateStyle: 'long' });
};

/** The texts that the codes say, in the language around. */
export const useLeaveTexts = ({ view, session }: Shown): string[] => {
  const { t } = useTranslation(['leave', 'roles']);
  const { number } = useLanguage();
  const day = useDay(session);
  const people = onLeaveBehind({ view, session }).map(({ participant: { role }, person }) => {
    const context = person.gender;
    return {
      name: wholeName(person),
      say: person.sayIt === null ? null : t('text.say', { say: person.sayIt }),
      role: t(`roles:${role}.patient`, { context }),
      does: `${t(`roles:${role}.today`, { context })} ${t(`roles:${role}.again`, { context })}`,
    };
  });
  const words = {
    ...{ title: t('text.title'), place: view.place.name, day, call: t('text.call') },
    part: (at: number, of: number) => t('text.part', { at: number(at), of: number(of) }),
  };
  return leaveTexts(words, people);
};

/** The codes that say these texts; none while they are not there. Only this loads what draws them. */
export const useCodes = (texts: readonly string[]): QrCode[] => {
  const [drawn, setDrawn] = useState<{ of: string; codes: QrCode[] }>({ of: '', codes: [] });
  const key = JSON.stringify(texts);
  const wanted = useMemo((): string[] => JSON.parse(key), [key]);
  useEffect(() => {
    let isWanted = true;
    void import('../../ui/qr-code.ts').then(
      ({ qrCodeOf }) => {
        if (isWanted) setDrawn({ of: key, codes: wanted.map(qrCodeOf) });
      },
      // The text beside it is all that it would have said, and can be photographed.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [key, wanted]);
  return drawn.of === key ? drawn.codes : [];
};
