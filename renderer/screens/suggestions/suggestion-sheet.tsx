import { useEffect, useRef, useState } from 'react';
import { Label, Text, TextArea, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { cleanSuggestion, longestSuggestion, type SuggestionProblem } from '../../../core/suggestion.ts';
import { device } from '../../device/client.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import field from '../../ui/field.module.css';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { StillThere } from '../../ui/still-there.tsx';
import style from './suggestions.module.css';

interface SuggestionSheetProps {
  isOpen: boolean;
  onClose: () => void;
}

/** How long what is not in the box yet stays behind the closed sheet, in ms: for whoever closed it by mistake. */
const keptFor = 30_000;

/**
 * The box for what people in the room say does not work. What was typed stays until it is in the box; but the next who
 * comes by does not read it.
 */
export const SuggestionSheet = ({ isOpen, onClose }: SuggestionSheetProps) => {
  const { t } = useTranslation('suggestions');
  const [text, setText] = useState('');
  const [isIn, setIsIn] = useState(false);
  const close = () => {
    setIsIn(false);
    onClose();
  };
  useEffect(() => {
    if (isOpen) return undefined;
    const timer = window.setTimeout(() => setText(''), keptFor);
    return () => window.clearTimeout(timer);
  }, [isOpen]);
  return (
    <>
      <Sheet title={t('title')} isOpen={isOpen} onClose={close} {...(isIn ? { close: t('close') } : {})}>
        {isIn ? (
          <div className={style.thanks}>
            <p role="status">{t('thanks')}</p>
            <Button onPress={() => setIsIn(false)}>{t('another')}</Button>
          </div>
        ) : (
          <SuggestionForm
            text={text}
            onText={setText}
            onIn={() => {
              setText('');
              setIsIn(true);
            }}
          />
        )}
      </Sheet>
      <StillThere
        what="box"
        watches={isOpen}
        onOver={() => {
          setText('');
          close();
        }}
      />
    </>
  );
};

/** Puts it into the box, asking twice where there was no answer: under one id it is in it once. */
const leave = async (id: string, text: string): Promise<'kept' | 'failed' | SuggestionProblem> => {
  const ask = () => device.suggestions.$post({ json: { id, text } });
  const answer = await ask().catch(() => ask().catch(() => null));
  if (answer?.status === 200) return 'kept';
  if (answer?.status !== 422) return 'failed';
  const said = await answer.json().catch(() => null);
  return said !== null && 'problem' in said ? said.problem : 'failed';
};

interface SuggestionFormProps {
  text: string;
  onText: (text: string) => void;
  onIn: () => void;
}

/** From this many signs before the end it is said how many are left. */
const nearTheEnd = 100;

const SuggestionForm = ({ text, onText, onIn }: SuggestionFormProps) => {
  const { t } = useTranslation('suggestions');
  const [problem, setProblem] = useState<'failed' | SuggestionProblem | null>(null);
  const [isSending, setIsSending] = useState(false);
  // The same words tried again are the same suggestion, also where the first answer was lost.
  const last = useRef({ id: '', text: '' });
  const send = async () => {
    const clean = cleanSuggestion(text);
    if ('problem' in clean) return setProblem(clean.problem);
    if (isSending) return;
    if (last.current.text !== clean.text) last.current = { id: crypto.randomUUID(), text: clean.text };
    setIsSending(true);
    const done = await leave(last.current.id, clean.text);
    setIsSending(false);
    if (done === 'kept') return onIn();
    setProblem(done);
  };
  const left = longestSuggestion - [...text].length;
  return (
    <>
      <TextField
        className={classes(field.field)}
        value={text}
        onChange={(typed) => {
          setProblem(null);
          onText(typed);
        }}
        isInvalid={problem === 'empty' || problem === 'too-long'}
        autoFocus
        spellCheck="false"
        autoComplete="off"
      >
        <Label className={classes(field.label)}>{t('label')}</Label>
        <TextArea dir="auto" rows={4} className={classes(field.typed, style.area)} />
        <Text slot="description" className={classes(field.hint, style.hint)}>
          {t('hint')} {left <= nearTheEnd && left >= 0 && t('left', { count: left })}
        </Text>
        {(problem === 'empty' || problem === 'too-long' || left < 0) && (
          <Text slot="errorMessage" className={classes(field.problem)}>
            {problem === 'empty' ? t('empty') : t('over', { count: -left })}
          </Text>
        )}
      </TextField>
      {problem === 'failed' && (
        <Notice
          urgent
          happened={t('failed.happened')}
          recorded={t('failed.recorded')}
          todo={t('failed.todo')}
        />
      )}
      <Button variant="primary" isDisabled={isSending} onPress={send}>
        {t('send')}
      </Button>
    </>
  );
};
