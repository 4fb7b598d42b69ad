import style from './imports.module.css';

/** A sentence of the reader of files, which speaks English only, whatever the language of the screen. */
export const Said = ({ children }: { children: string }) => (
  <p lang="en" dir="ltr" className={style.said}>
    {children}
  </p>
);
