import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../../core/session/commands.ts';
import type { Introduction } from '../../../core/session/state.ts';
import {
  type Method,
  type RoundKind,
  reasons,
  type Status,
  statusesIn,
} from '../../../core/session/words.ts';
import { Toggle } from '../../ui/toggle.tsx';
import style from './answer-list.module.css';

interface AnswerListProps {
  kind: RoundKind;
  /** What stands now. */
  introduction: Introduction;
  /** Who says so, when it is that somebody spoke. */
  method: Method;
  onAnswer: (verdict: Verdict) => void;
}

/** Every way one introduction can have gone, with its reasons. One touch answers. */
export const AnswerList = ({ kind, introduction, method, onAnswer }: AnswerListProps) => {
  const { t } = useTranslation(['team', 'common']);
  const statuses = statusesIn[kind];
  const wordsOf = (status: Status) =>
    status === 'introduced' && kind !== 'team' ? t('chooseToPatient') : t(`choose.${status}`);
  const plain = statuses.filter((status) => !hasReasons(status));
  return (
    <>
      <div className={style.answers}>
        {plain.map((status) => (
          <Toggle
            key={status}
            isSelected={introduction.status === status}
            onChange={() => onAnswer({ status, method: status === 'declined' ? null : method, reason: null })}
          >
            {wordsOf(status)}
          </Toggle>
        ))}
      </div>
      {statuses.filter(hasReasons).map((status) => (
        <section key={status} className={style.why}>
          <h3 className={style.title}>{wordsOf(status)}</h3>
          <div className={style.answers}>
            {reasons[status].map((reason) => (
              <Toggle
                key={reason}
                isSelected={introduction.status === status && introduction.reason === reason}
                onChange={() => onAnswer({ status, method: null, reason })}
              >
                {t(`common:reason.${reason}`)}
              </Toggle>
            ))}
          </div>
        </section>
      ))}
    </>
  );
};

const hasReasons = (status: Status): status is keyof typeof reasons => Object.hasOwn(reasons, status);
