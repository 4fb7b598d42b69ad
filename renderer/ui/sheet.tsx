import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import style from './sheet.module.css';

interface SheetProps {
  title: ReactNode;
  isOpen: boolean;
  /** Cancel, Escape, or a touch beside the sheet: nothing was decided. */
  onClose: () => void;
  /** What the way out is called where there is nothing to cancel. */
  close?: string;
  children: ReactNode;
}

/** A question, or something to read, that comes up from the bottom edge, within reach of both thumbs. Focus stays in it until it is closed. */
export const Sheet = ({ title, isOpen, onClose, close, children }: SheetProps) => {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={classes(style.overlay)}
    >
      <Modal className={classes(style.modal)}>
        <Dialog className={classes(style.sheet)}>
          <Heading slot="title" level={2} className={classes(style.title)}>
            {title}
          </Heading>
          <div className={style.body}>{children}</div>
          <Button variant="plain" onPress={onClose} className={style.cancel}>
            {close ?? t('cancel')}
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
