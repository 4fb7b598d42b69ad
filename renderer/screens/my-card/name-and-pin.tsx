import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextInput } from '../../ui/text-input.tsx';

interface NameAndPinProps {
  isOpen: boolean;
  onClose: () => void;
  /** True once they opened the card. */
  onTyped: (name: string, pin: string) => Promise<boolean>;
  /** Why the last attempt did not. */
  problem: string | null;
  todo: string | null;
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

const NameAndPinForm = ({ onTyped, problem, todo }: Omit<NameAndPinProps, 'isOpen' | 'onClose'>) => {
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
      {problem !== null && !isAsking && (
        <Notice urgent happened={problem} {...(todo === null ? {} : { todo })} />
      )}
      <Button variant="primary" isDisabled={!isWhole || isAsking} onPress={open}>
        {t('pinSheet.open')}
      </Button>
    </>
  );
};
