import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OwnPinProblem, readPin } from '../../../core/pin.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { setPin } from './card-calls.ts';
import style from './fields.module.css';
import type { OwnCardDesk } from './use-own-card.ts';

/** The PIN that opens the card where there is no reader: set, changed, removed. It is never shown. */
export const PinRow = ({ desk }: { desk: OwnCardDesk }) => {
  const { t } = useTranslation('card');
  const [choosing, setChoosing] = useState(false);
  const { hasPin, pinSignsIn } = desk.card;
  const keep = (pin: string | null) =>
    desk.keep<OwnPinProblem>('pin', (token, id) => setPin(token, id, pin), { undoable: false });
  return (
    <section className={style.wide}>
      <div className={style.line}>
        <p className={style.quiet}>{t(hasPin ? 'pin.set' : 'pin.none')}</p>
        <div className={style.buttons}>
          <Button onPress={() => setChoosing(true)}>{t(hasPin ? 'pin.change' : 'pin.choose')}</Button>
          {hasPin && !pinSignsIn && (
            <Button variant="plain" onPress={() => keep(null)}>
              {t('pin.remove')}
            </Button>
          )}
        </div>
      </div>
      <Sheet title={t('pin.title')} isOpen={choosing} onClose={() => setChoosing(false)}>
        <PinForm
          keep={async (pin) => {
            const done = await keep(pin);
            if (done.is === 'refused') return done.problem;
            setChoosing(false);
            return null;
          }}
        />
      </Sheet>
    </section>
  );
};

const PinForm = ({ keep }: { keep: (pin: string) => Promise<OwnPinProblem | null> }) => {
  const { t } = useTranslation('card');
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [problem, setProblem] = useState<OwnPinProblem | 'different' | null>(null);
  const save = async () => {
    const read = readPin(first);
    if ('problem' in read) return setProblem(read.problem);
    const same = readPin(second);
    if (!('pin' in same) || same.pin !== read.pin) return setProblem('different');
    setProblem(await keep(read.pin));
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
        label={t('pin.first')}
        value={first}
        onChange={typed(setFirst)}
        problem={problem === null || isSecond ? null : t(`pin.${problem}`)}
        autoFocus
      />
      <TextInput
        {...field}
        label={t('pin.second')}
        value={second}
        onChange={typed(setSecond)}
        problem={isSecond ? t('pin.different') : null}
      />
      <Button variant="primary" onPress={save}>
        {t('pin.keep')}
      </Button>
    </>
  );
};
