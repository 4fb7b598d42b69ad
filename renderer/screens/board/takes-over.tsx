import { Trans, useTranslation } from 'react-i18next';
import type { Session } from '../../../core/session/state.ts';
import type { PersonCard } from '../../../core/view.ts';
import { useCommands } from '../../device/device.tsx';
import { Button } from '../../ui/button.tsx';
import { Name } from '../../ui/name.tsx';
import { memberOf } from './members.ts';
import { relievableBy } from './relief.ts';
import style from './takes-over.module.css';

interface TakesOverProps {
  session: Session;
  people: Record<string, PersonCard>;
  /** Who has just come in. */
  participant: string;
}

/**
 * On the card of somebody who has just come in: the one of the same role who is here already hands over to them with one
 * touch, and is gone. Nothing where there is no such person, or more than two, since then it was no relief.
 */
export const TakesOver = ({ session, people, participant }: TakesOverProps) => {
  const { t } = useTranslation('board');
  const { send } = useCommands();
  const relievable = relievableBy(session, participant);
  if (relievable.length > 2) return null;
  return relievable.map((one) => (
    <Button
      key={one.id}
      variant="plain"
      className={style.from}
      onPress={() => send({ type: 'leave', session: session.id, participant: one.id, to: participant })}
    >
      <span>
        <Trans
          t={t}
          i18nKey="relief.from"
          values={{ name: memberOf(session, people, one.id)?.person.first ?? '' }}
          components={{ name: <Name /> }}
        />
      </span>
    </Button>
  ));
};
