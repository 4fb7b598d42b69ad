import type { ReactNode } from 'react';
import style from './settings.module.css';

/** Settings that belong together, under their own heading. */
export const Group = ({ title, why, children }: { title: string; why?: string; children: ReactNode }) => (
  <section className={style.group}>
    <div className={style.about}>
      <h2>{title}</h2>
      {why !== undefined && <p className={style.quiet}>{why}</p>}
    </div>
    <div className={style.fields}>{children}</div>
  </section>
);
