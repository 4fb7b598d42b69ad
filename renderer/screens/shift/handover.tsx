import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { roleOf } from '../../../core/roles.ts';
import { handsOverTo } from '../../../core/session/handover.ts';
import { type Participant, participantOf, type Session } from '../../../core/session/state.ts';
import type { Choices, PersonCard } from '../../../core/view.ts';
import { Name } from '../../ui/name.tsx';
import { Portrait } from '../../ui/portrait.tsx';
import { memberOf } from '../board/members.ts';
import { companionIn } from './companion.ts';
import style from './handover.module.css';

interface HandoverProps {
  session: Session;
  /** Whose card is up. */
  participant: string;
  people: Record<string, PersonCard>;
  choices: Choices;
  /** What stands here on any other card. */
  children: ReactNode;
}

/**
 * What the card of somebody who arrives at a shift change says more: who hands over to them, small, and what the two may
 * say.
 */
export const Handover = ({ session, participant, people, choices, children }: HandoverProps) => {
  const arriving = participantOf(session, participant);
  const person = arriving === null ? undefined : people[arriving.person];
  if (arriving?.part !== 'arriving' || session.kind !== 'shift-change' || person === undefined)
    return children;
  const leaving = memberOf(session, people, handsOverTo(session, arriving)?.id ?? null);
  if (leaving === null) return children;
  const names = { leaving: leaving.person.first, arriving: person.first };
  return <HandsOver {...{ leaving, choices, names }} />;
};

interface HandsOverProps {
  leaving: { participant: Participant; person: PersonCard };
  choices: Choices;
  names: { leaving: string; arriving: string };
}

const HandsOver = ({ leaving, choices, names }: HandsOverProps) => {
  const { t } = useTranslation('shift');
  const named = { t, values: names, components: { leaving: <Name />, arriving: <Name /> } };
  return (
    <div className={style.handover}>
      <Portrait
        person={leaving.person}
        family={roleOf(leaving.participant.role).family}
        className={style.face}
      />
      <div className={style.words}>
        <p className={style.who}>
          <Trans {...named} i18nKey="handover" />
        </p>
        <p className={style.cue}>
          <Trans {...named} i18nKey={`cue.leaving.${companionIn(choices)}`} />
        </p>
        <p className={style.cue}>
          <Trans {...named} i18nKey="cue.arriving" />
        </p>
      </div>
    </div>
  );
};
