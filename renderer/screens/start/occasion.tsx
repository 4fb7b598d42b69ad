import { useTranslation } from 'react-i18next';
import { type Interpreter, interpreters, type Urgency, urgencies } from '../../../core/session/words.ts';
import { Segments } from '../../ui/segments.tsx';
import style from './occasion.module.css';

interface OccasionProps {
  /** Null where nothing is done to the patient that could be urgent: at a shift change. */
  urgency: Urgency | null;
  onUrgency: (urgency: Urgency) => void;
  interpreter: Interpreter;
  onInterpreter: (interpreter: Interpreter) => void;
}

/** How urgent it is, and how an interpreter takes part: one touch each. */
export const Occasion = ({ urgency, onUrgency, interpreter, onInterpreter }: OccasionProps) => {
  const { t } = useTranslation('start');
  return (
    <div className={style.occasion}>
      {urgency !== null && (
        <Segments
          label={t('urgency.label')}
          options={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))}
          value={urgency}
          onChange={onUrgency}
        />
      )}
      <Segments
        label={t('interpreter.label')}
        options={interpreters.map((value) => ({ value, label: t(`interpreter.${value}`) }))}
        value={interpreter}
        onChange={onInterpreter}
      />
    </div>
  );
};
