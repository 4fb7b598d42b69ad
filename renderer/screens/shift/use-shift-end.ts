import { shiftEnd } from '../../../core/session/shift-end.ts';
import type { Session } from '../../../core/session/state.ts';
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
