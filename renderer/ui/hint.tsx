import type { ReactNode } from 'react';
import { useLive } from '../device/device.tsx';
import style from './hint.module.css';

/** One sentence on what to do here, for somebody who never did it. A site that knows its kiosk turns it off. */
export const Hint = ({ children }: { children: ReactNode }) => {
  const { view } = useLive();
  return view?.hints === true ? <p className={style.hint}>{children}</p> : null;
};
