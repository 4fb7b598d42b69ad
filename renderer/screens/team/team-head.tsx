import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Round, Session } from '../../../core/session/state.ts';
import { Hint } from '../../ui/hint.tsx';
import { interpreting } from '../board/interpreting.ts';
import { RoundClock } from './round-clock.tsx';
import style from './team-head.module.css';

interface TeamHeadProps {
  session: Session;
  round: Round;
  place: string;
  /** Whether everybody has spoken. */
  all: boolean;
  awake: boolean;
  undo: ReactNode;
}

/** What the round asks for now, and how long it has been going on; who interprets, if somebody does. */
export const TeamHead = ({ session, round, place, all, awake, undo }: TeamHeadProps) => {
  const { t } = useTranslation('team');
  const interpreter = interpreting(session);
  return (
    <header className={style.head} data-awake={awake || undefined}>
      <div className={style.place}>
        <p>
          <bdi>{place}</bdi>
        </p>
        {interpreter !== null && <p className={style.interpreter}>{t(`interpreter.${interpreter}`)}</p>}
      </div>
      <div className={style.what}>
        <h1 className={style.title}>{t(all ? 'concerns.title' : awake ? 'awake.title' : 'title')}</h1>
        {!all && (awake ? <p className={style.line}>{t('awake.what')}</p> : <Hint>{t('hint')}</Hint>)}
      </div>
      <div className={style.now}>
        <div className={style.undo}>{undo}</div>
        <RoundClock started={round.started} />
      </div>
    </header>
  );
};
