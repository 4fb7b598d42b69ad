import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CardField,
  type CardText,
  cleanText,
  longestText,
  type TextProblem,
} from '../../../core/own-card.ts';
import { TextInput } from '../../ui/text-input.tsx';
import type { OwnCardDesk } from './use-own-card.ts';

const fieldOf: Record<CardText, CardField> = {
  preferred: 'preferred',
  sayIt: 'say-it',
  pronouns: 'pronouns',
  line: 'line',
};

interface CardTextFieldProps {
  field: CardText;
  /** What the device has. */
  kept: string | null;
  /** What is typed and not kept yet; null for nothing. */
  typed: string | null;
  onTyped: (text: string | null) => void;
  desk: OwnCardDesk;
  hint?: string;
  className?: string | undefined;
}

/** A line of the card, saved when somebody is done with it: by Enter, or by going on. What cannot be kept stays typed. */
export const CardTextField = ({
  field,
  kept,
  typed,
  onTyped,
  desk,
  className,
  ...hint
}: CardTextFieldProps) => {
  const { t } = useTranslation('card');
  const [problem, setProblem] = useState<TextProblem | null>(null);
  // Enter saves, and so does leaving the line right after.
  const isSaving = useRef(false);
  const save = async () => {
    if (typed === null || isSaving.current) return;
    const clean = cleanText(field, typed);
    if ('problem' in clean) return setProblem(clean.problem);
    if (clean.text === kept) return onTyped(null);
    isSaving.current = true;
    const done = await desk.change(fieldOf[field], { [field]: clean.text });
    isSaving.current = false;
    if (done.is === 'kept') onTyped(null);
    if (done.is === 'refused' && done.problem !== 'wider') setProblem(done.problem);
  };
  return (
    <TextInput
      {...hint}
      label={t(field)}
      value={typed ?? kept ?? ''}
      onChange={(text) => {
        setProblem(null);
        onTyped(text);
      }}
      onBlur={save}
      onEnter={save}
      problem={problem === null ? null : t(`text.${problem}`)}
      // Room to go over, so that what is too long can be said instead of cut.
      maxLength={longestText[field] + 60}
      className={className}
    />
  );
};
