import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { steadyNow } from '../device/clock.ts';
import { Button } from './button.tsx';
import style from './undo-bar.module.css';

const undoSeconds = 10;

/** A recorded step: the id of the tap that recorded it, when (steadyNow), and what it was, in words. */
interface UndoableStep {
  id: string;
  at: number;
  message: ReactNode;
  /** Whether it can be taken back; else it is only said. */
  undoable?: boolean;
}

interface UndoBarProps {
  /** The last step recorded here, or null. The bar stays mounted: its place is kept, so that nothing ever moves. */
  step: UndoableStep | null;
  onUndo: (id: string) => void;
}

/** Offers the last step back for ten seconds after it was recorded, and for as long as the focus is on it. */
export const UndoBar = ({ step, onUndo }: UndoBarProps) => {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<string | null>(null);
  const id = step?.id ?? null;
  const until = step === null ? 0 : step.at + undoSeconds * 1000;
  useEffect(() => {
    if (id === null) return;
    const element = bar.current;
    const end = () => setOver(id);
    const timer = setTimeout(
      () => {
        if (element?.contains(document.activeElement))
          element.addEventListener('focusout', end, { once: true });
        else end();
      },
      Math.max(0, until - steadyNow()),
    );
    return () => {
      clearTimeout(timer);
      element?.removeEventListener('focusout', end);
    };
  }, [id, until]);
  const shown = step !== null && step.id !== over ? step : null;
  return (
    <div className={style.bar} ref={bar}>
      <p role="status" className={style.message}>
        {shown?.message}
      </p>
      {shown !== null && shown.undoable !== false && (
        <Button variant="plain" onPress={() => onUndo(shown.id)} className={style.undo}>
          {t('undo')}
        </Button>
      )}
    </div>
  );
};
