import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Share } from '../../../../core/rates/case.ts';
import { Button } from '../../../ui/button.tsx';
import style from './behind.module.css';
import { closerIn, useBehind } from './behind.ts';

type Closer = Parameters<NonNullable<ReturnType<typeof useBehind>>>[0];

interface RowLinkProps {
  /** Null where the row leads nowhere. */
  closer: NonNullable<Closer> | null;
  children: ReactNode;
}

/** What a row is called, which leads to the sessions behind it; the row needs the class `row` of the same style. */
export const RowLink = ({ closer, children }: RowLinkProps) => {
  const behind = useBehind();
  if (behind === null || closer === null) return children;
  return (
    <Button variant="plain" className={style.link} onPress={() => behind(closer)}>
      {children}
    </Button>
  );
};

/** From a figure to its sessions: those with what it lacks where they are marked, and all of its days. */
export const FigureLinks = ({ name }: { name: Share }) => {
  const { t } = useTranslation('sessions');
  const behind = useBehind();
  if (behind === null) return null;
  const closer = closerIn[name];
  return (
    <>
      {closer?.list !== undefined && <Button onPress={() => behind(closer)}>{t('list.not-held')}</Button>}
      {closer?.mark != null && (
        <Button onPress={() => behind(closer)}>{t('behind.with', { what: t(`mark.${closer.mark}`) })}</Button>
      )}
      <Button onPress={() => behind()}>{t('behind.all')}</Button>
    </>
  );
};
