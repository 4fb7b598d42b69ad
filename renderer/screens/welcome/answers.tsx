import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerers } from '../../../core/session/words.ts';
import type { Choices } from '../../../core/view.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import style from './answers.module.css';

interface AnswersProps {
  answers: Choices['answers'];
  onChange: (answers: Choices['answers']) => void;
}

/** Who answers: quietly, since it is mostly the patient. A parent, or whoever speaks for somebody, says so in two touches. */
export const Answers = ({ answers, onChange }: AnswersProps) => {
  const { t } = useTranslation('welcome');
  const [isOpen, setIsOpen] = useState(false);
  const choose = (one: Choices['answers']) => {
    setIsOpen(false);
    onChange(one);
  };
  return (
    <>
      <Button variant="plain" onPress={() => setIsOpen(true)} className={style.answers}>
        {t(answers === 'self' ? 'answers.offer' : `answers.${answers}`)}
      </Button>
      <Sheet
        title={t('answers.title')}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        close={t('later.back')}
      >
        {answerers.map((one) => (
          <Toggle key={one} isSelected={one === answers} onChange={() => choose(one)}>
            {t(`answers.${one}`)}
          </Toggle>
        ))}
      </Sheet>
    </>
  );
};
