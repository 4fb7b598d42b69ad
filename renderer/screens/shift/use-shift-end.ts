import { useTranslation } from 'react-i18next';
import { shiftEnd } from '../../../core/session/shift-end.ts';
import { participantOf, type Session } from '../../../core/session/state.ts';
import { useLive } from '../../device/device.tsx';
import { useLanguage } from '../../i18n/language.tsx';

/**
 * Until when whoever came as the session opened is here, as the language of the screen writes a time; null where the
 * place does not say when its shifts end.
 */
export const useShiftEnd = (session: Session): string | null => {
  const { view } = useLive();
  const { time } = useLanguage();
  const end = shiftEnd(session, view?.shifts ?? []);
  if (end === null) return null;
  const [hours = 0, minutes = 0] = end.split(':').map(Number);
  return time(new Date(2000, 0, 1, hours, minutes));
};

/** What somebody who arrives at a shift change says of when they are seen again; null on any other card. */
export const useUntil = (session: Session, participant: string): string | null => {
  const { t } = useTranslation('shift');
  const time = useShiftEnd(session);
  const arrives = session.kind === 'shift-change' && participantOf(session, participant)?.part === 'arriving';
  return arrives && time !== null ? t('until', { time }) : null;
};
