import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../core/access/permissions.ts';
import { confirmPin, type NotIn } from '../../device/manage/access.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { NotInNotice } from './not-in-notice.tsx';

interface PinAgainProps {
  token: string;
  /** What the PIN is wanted for; null for nothing. */
  what: Permission | null;
  onGiven: (given: boolean) => void;
}

/** Asks for the PIN once more, for what leaves the device or changes who is who. */
export const PinAgain = ({ token, what, onGiven }: PinAgainProps) => {
  const { t } = useTranslation('manage');
  return (
    <Sheet title={t('again.title')} isOpen={what !== null} onClose={() => onGiven(false)}>
      {what !== null && <PinAgainForm {...{ token, what, onGiven }} />}
    </Sheet>
  );
};

const PinAgainForm = ({ token, what, onGiven }: PinAgainProps & { what: Permission }) => {
  const { t } = useTranslation('manage');
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<NotIn | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  /** Another try begins in the field again. */
  const [tries, setTries] = useState(0);
  const give = async () => {
    if (pin === '' || isAsking) return;
    setIsAsking(true);
    const wrong = await confirmPin(token, what, pin);
    if (wrong === null) return onGiven(true);
    // The third wrong one ends the sign-in: the next question finds that out, and says so.
    if (wrong.problem === 'not-signed-in' || wrong.problem === 'waiting') return onGiven(true);
    setIsAsking(false);
    setPin('');
    setProblem(wrong);
    setTries((now) => now + 1);
  };
  return (
    <>
      <p>{t('again.why')}</p>
      <TextInput
        key={tries}
        label={t('pin')}
        type="password"
        inputMode="numeric"
        value={pin}
        onChange={setPin}
        maxLength={40}
        onEnter={give}
        autoFocus
      />
      {problem !== null && !isAsking && <NotInNotice notIn={problem} />}
      <Button variant="primary" isDisabled={pin === '' || isAsking} onPress={give}>
        {t('again.goOn')}
      </Button>
    </>
  );
};
