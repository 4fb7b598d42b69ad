import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Round, Session } from '../../../core/session/state.ts';
import type { Choices, PersonCard } from '../../../core/view.ts';
import { Button } from '../../ui/button.tsx';

interface GoodbyeProps {
  session: Session;
  round: Round;
  people: Record<string, PersonCard>;
  choices: Choices;
  undo: ReactNode;
  /** Everybody who leaves is gone, but these. */
  onGoodbye: (staying: string[]) => void;
}

/** Those who leave at a shift change say goodbye to the patient. */
export const Goodbye = ({ onGoodbye }: GoodbyeProps) => {
  const { t } = useTranslation('shift');
  return (
    <main>
      <h1>{t('title')}</h1>
      <Button variant="primary" onPress={() => onGoodbye([])}>
        {t('title')}
      </Button>
    </main>
  );
};
