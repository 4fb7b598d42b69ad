import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../core/session/state.ts';
import type { DeviceView } from '../../../core/view.ts';
import { InLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import style from './leave-behind.module.css';
import { LeavePage } from './leave-page.tsx';
import { PhoneCopy } from './phone-copy.tsx';
import { useCodes, useLeaveTexts } from './use-leave-texts.ts';
import { usePrinting } from './use-printing.ts';

interface LeaveBehindSheetProps {
  view: DeviceView;
  session: Session;
  isOpen: boolean;
  onClose: () => void;
}

/**
 * What the patient takes along: a code for their telephone, with what it will show, and a page to print. Both are in the
 * patient's language; the buttons are in that of the screen it was opened from. Nothing about it is kept.
 */
export const LeaveBehindSheet = ({ view, session, isOpen, onClose }: LeaveBehindSheetProps) => {
  const { t } = useTranslation('leave');
  return (
    <Sheet title={t('title')} isOpen={isOpen} onClose={onClose} close={t('close')}>
      <Content view={view} session={session} />
    </Sheet>
  );
};

/** It is there only while the sheet is open, and what it holds with it. */
const Content = ({ view, session }: Pick<LeaveBehindSheetProps, 'view' | 'session'>) => {
  const { t } = useTranslation('leave');
  const { page, isPrinting, print } = usePrinting();
  const action = <Button onPress={print}>{t('print')}</Button>;
  return (
    <div className={style.content}>
      <InLanguage wanted={[view.choices.language, view.language]}>
        <Copies view={view} session={session} page={isPrinting ? page : null} action={action} />
      </InLanguage>
    </div>
  );
};

interface CopiesProps extends Pick<LeaveBehindSheetProps, 'view' | 'session'> {
  /** Where the page goes that is being printed, while one is. */
  page: Ref<HTMLElement> | null;
  action: ReactNode;
}

const Copies = ({ view, session, page, action }: CopiesProps) => {
  const texts = useLeaveTexts({ view, session });
  const codes = useCodes(texts);
  return (
    <>
      <PhoneCopy texts={texts} codes={codes} action={action} />
      {page !== null && <LeavePage ref={page} view={view} session={session} codes={codes} />}
    </>
  );
};
