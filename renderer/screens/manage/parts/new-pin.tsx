import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PinProblem, readPin } from '../../../../core/pin.ts';
import { Button } from '../../../ui/button.tsx';
import { TextInput } from '../../../ui/text-input.tsx';

interface NewPinProps {
  /** What the button says. */
  keep: string;
  /** A PIN that can be one, the same twice; resolves once something came of it. */
  onPin: (pin: string) => Promise<void>;
}

/** A PIN that somebody chooses for themselves, typed twice; it is never shown, and there is none to begin with. */
export const NewPin = ({ keep, onPin }: NewPinProps) => {
  const { t } = useTranslation('manage');
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [problem, setProblem] = useState<PinProblem | 'different' | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  /** Which field has to be typed again, and how often it had: each time the focus goes there. */
  const [again, setAgain] = useState({ isSecond: false, times: 0 });
  const wrong = (what: PinProblem | 'different') => {
    setProblem(what);
    setAgain(({ times }) => ({ isSecond: what === 'different', times: times + 1 }));
  };
  const save = async () => {
    if (isAsking) return;
    const read = readPin(first);
    if ('problem' in read) return wrong(read.problem);
    const same = readPin(second);
    if (!('pin' in same) || same.pin !== read.pin) return wrong('different');
    setIsAsking(true);
    await onPin(read.pin);
    setIsAsking(false);
  };
  const typed = (set: (text: string) => void) => (text: string) => {
    setProblem(null);
    set(text);
  };
  const field = { type: 'password', inputMode: 'numeric', maxLength: 40, onEnter: save } as const;
  const isSecond = problem === 'different';
  return (
    <>
      <TextInput
        {...field}
        key={again.isSecond ? 'first' : `first ${again.times}`}
        autoFocus={!again.isSecond && again.times > 0}
        label={t('newPin.first')}
        hint={t('newPin.hint')}
        value={first}
        onChange={typed(setFirst)}
        problem={problem === null || isSecond ? null : t(`newPin.${problem}`)}
      />
      <TextInput
        {...field}
        key={again.isSecond ? `second ${again.times}` : 'second'}
        autoFocus={again.isSecond}
        label={t('newPin.second')}
        value={second}
        onChange={typed(setSecond)}
        problem={isSecond ? t('newPin.different') : null}
      />
      <Button variant="primary" isDisabled={first === '' || second === '' || isAsking} onPress={save}>
        {keep}
      </Button>
    </>
  );
};
