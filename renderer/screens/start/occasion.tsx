import { useTranslation } from 'react-i18next';
import {
  type Interpreter,
  interpreters,
  type SessionKind,
  sessionKinds,
  type Urgency,
  urgencies,
} from '../../../core/session/words.ts';
import { Segments } from '../../ui/segments.tsx';
import style from './occasion.module.css';

interface OccasionProps {
  /** Left out once the session is open: what it is does not change any more. */
  kind?: { value: SessionKind; onChange: (kind: SessionKind) => void };
  urgency: Urgency;
  onUrgency: (urgency: Urgency) => void;
  interpreter: Interpreter;
  onInterpreter: (interpreter: Interpreter) => void;
}

/** What kind of occasion this is, how urgent, and how an interpreter takes part: one touch each. */
export const Occasion = ({ kind, urgency, onUrgency, interpreter, onInterpreter }: OccasionProps) => {
  const { t } = useTranslation('start');
  return (
    <div className={style.occasion}>
      {kind !== undefined && (
        <Segments
          label={t('kind.label')}
          options={sessionKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...kind}
        />
      )}
      <Segments
        label={t('urgency.label')}
        options={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))}
        value={urgency}
        onChange={onUrgency}
      />
      <Segments
        label={t('interpreter.label')}
        options={interpreters.map((value) => ({ value, label: t(`interpreter.${value}`) }))}
        value={interpreter}
        onChange={onInterpreter}
      />
    </div>
  );
};
