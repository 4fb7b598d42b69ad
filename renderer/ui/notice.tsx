import type { ReactNode } from 'react';
import style from './notice.module.css';

interface NoticeProps {
  /** What happened. */
  happened: ReactNode;
  /** Whether it was recorded. */
  recorded?: string;
  /** What to do now. */
  todo?: string;
  /** Interrupts a screen reader; only for what somebody must act on. */
  urgent?: boolean;
  /** Buttons, if there is something to press. */
  children?: ReactNode;
}

/** Says plainly what happened, whether it was recorded, and what to do. */
export const Notice = ({ happened, recorded, todo, urgent = false, children }: NoticeProps) => (
  <div className={style.notice} role={urgent ? 'alert' : 'status'} data-urgent={urgent || undefined}>
    <div className={style.words}>
      <p className={style.happened}>{happened}</p>
      {(recorded !== undefined || todo !== undefined) && (
        <p>{[recorded, todo].filter((text) => text !== undefined).join(' ')}</p>
      )}
    </div>
    {children}
  </div>
);
