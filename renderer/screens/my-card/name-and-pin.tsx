import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import type { NotOpened } from './card-calls.ts';

interface NameAndPinProps {
  isOpen: boolean;
  onClose: () => void;
  /** True once they opened the card. */
  onTyped: (name: string, pin: string) => Promise<boolean>;
  /** Why the last attempt did not. */
  notOpened: NotOpened | null;
}

/** A name and a PIN, typed. Which of the two was wrong is not said. */
export const NameAndPin = ({ isOpen, onClose, ...form }: NameAndPinProps) => {
  const { t } = useTranslation('card');
  return (
    <Sheet title={t('pinSheet.title')} isOpen={isOpen} onClose={onClose}>
      <NameAndPinForm {...form} />
    </Sheet>
  );
};

const NameAndPinForm = ({ onTyped, notOpened }: Omit<NameAndPinProps, 'isOpen' | 'onClose'>) => {
  const { t } = useTranslation('card');
  const [name, setName] = useState('');
  const [pin, setPin] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const isWhole = name.trim() !== '' && pin !== '';
  const open = async () => {
    if (!isWhole || isAsking) return;
    setIsAsking(true);
    const opened = await onTyped(name, pin);
    if (opened) return;
    setIsAsking(false);
    setPin('');
  };
  return (
    <>
      <TextInput label={t('pinSheet.name')} value={name} onChange={setName} maxLength={250} autoFocus />
      <TextInput
        label={t('pinSheet.pin')}
        type="password"
        inputMode="numeric"
        value={pin}
        onChange={setPin}
        maxLength={40}
        onEnter={open}
      />
      {notOpened !== null && !isAsking && <NotOpenedNotice {...notOpened} />}
      <Button variant="primary" isDisabled={!isWhole || isAsking} onPress={open}>
        {t('pinSheet.open')}
      </Button>
    </>
  );
};

/** After too many wrong tries it says for how long a PIN waits, and that a badge does not. */
const NotOpenedNotice = ({ problem, wait }: NotOpened) => {
  const { t } = useTranslation(['card', 'manage']);
  const happened = t(`who.${problem}`);
  if (wait === 0) return <Notice urgent happened={happened} todo={t(`who.${problem}Todo`)} />;
  const seconds = Math.ceil(wait / 1_000);
  const waiting =
    seconds > 60
      ? t('manage:notIn.waitMinutes', { count: Math.ceil(seconds / 60) })
      : t('manage:notIn.waitSeconds', { count: seconds });
  return <Notice urgent happened={happened} recorded={waiting} todo={t('who.badgeAtOnce')} />;
};
