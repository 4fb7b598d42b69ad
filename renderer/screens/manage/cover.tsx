import type { ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { classes } from '../../ui/classes.ts';
import style from './cover.module.css';

/**
 * Lies over everything that was open, sheets too, once the time of whoever is signed in is up. What lies under it stays as
 * it was, and the focus goes back to where it was once it is gone.
 */
export const Cover = ({ isOver, children }: { isOver: boolean; children: ReactNode }) => {
  const { t } = useTranslation('manage');
  return (
    <ModalOverlay isOpen={isOver} isKeyboardDismissDisabled className={classes(style.cover)}>
      <Modal className={classes(style.all)}>
        <Dialog aria-label={t('title')} className={classes(style.all)}>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
