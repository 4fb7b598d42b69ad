import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CardText, cardTexts, cleanText, type OwnCard } from '../../../core/own-card.ts';
import { Button } from '../../ui/button.tsx';
import { Hint } from '../../ui/hint.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StillThere } from '../../ui/still-there.tsx';
import { UndoBar } from '../../ui/undo-bar.tsx';
import type { Opened } from './card-calls.ts';
import { CardFields } from './card-fields.tsx';
import style from './my-card.module.css';
import { Preview } from './preview.tsx';
import { useOwnCard } from './use-own-card.ts';

/** What somebody typed and the device does not have yet. */
export type Typed = Partial<Record<CardText, string>>;

interface CardScreenProps {
  opened: Opened;
  typed: Typed;
  onTyped: (typed: Typed) => void;
  /** The device closed the card. */
  onClosed: () => void;
  /** They go; `name` is what they are called now, where all that they said is kept. */
  onDone: (name?: string) => void;
}

/** Somebody writes their own card: beside it the card as patients see it, which changes as they type. */
export const CardScreen = ({ opened, typed, onTyped, onClosed, onDone }: CardScreenProps) => {
  const { t } = useTranslation('card');
  const desk = useOwnCard(opened, onClosed);
  const newest = useRef(typed);
  newest.current = typed;
  const [asks, setAsks] = useState(false);
  const type = (field: CardText, text: string | null) => {
    const { [field]: _, ...others } = newest.current;
    newest.current = text === null ? others : { ...others, [field]: text };
    if (Object.keys(newest.current).length === 0) setAsks(false);
    onTyped(newest.current);
  };
  /** What is still on its way is waited for; only what was not kept is asked about. */
  const leave = async () => {
    const kept = await desk.settled();
    if (Object.keys(newest.current).length > 0) setAsks(true);
    else onDone(kept?.card.first);
  };
  const { saved, again } = desk;
  const unsaved = Object.keys(typed).length > 0;
  const main = useRef<HTMLElement>(null);
  // What is not saved may have been scrolled away.
  useEffect(() => {
    if (asks) main.current?.querySelector('[aria-invalid="true"]')?.scrollIntoView({ block: 'center' });
  }, [asks]);
  return (
    <main ref={main} className={style.screen}>
      <div className={style.preview}>
        <Preview own={desk.card} texts={textsOf(desk.card, typed)} />
      </div>
      <header className={style.head}>
        <h1 className={style.title}>{t('title')}</h1>
        <Hint>{t('hint')}</Hint>
      </header>
      <CardFields desk={desk} typed={typed} onTyped={type} />
      {again !== null && (
        <div className={style.notice}>
          <Notice
            urgent
            happened={t('failed.happened')}
            recorded={t('failed.recorded')}
            todo={t('failed.todo')}
          >
            <Button onPress={again}>{t('failed.again')}</Button>
          </Notice>
        </div>
      )}
      <footer className={style.foot}>
        <div className={style.saved}>
          {asks && unsaved ? (
            <Notice urgent happened={t('notSaved')}>
              <Button onPress={() => onDone()}>{t('leave')}</Button>
            </Notice>
          ) : (
            <UndoBar
              step={saved === null ? null : { ...saved, message: t(`saved.${saved.field}`) }}
              onUndo={(id) => void desk.undo(id)}
            />
          )}
        </div>
        <Button variant="primary" className={style.done} onPress={() => void leave()}>
          {t('done')}
        </Button>
      </footer>
      <StillThere what="card" onOver={() => onDone()} />
    </main>
  );
};

/** What stands on the card with what is typed: what cannot be kept is shown as it is kept. */
const textsOf = ({ card, name }: OwnCard, typed: Typed): Record<CardText, string | null> => {
  const kept = { preferred: name.preferred, sayIt: card.sayIt, pronouns: card.pronouns, line: card.line };
  for (const field of cardTexts) {
    const text = typed[field];
    const clean = text === undefined ? null : cleanText(field, text);
    if (clean !== null && 'text' in clean) kept[field] = clean.text;
  }
  return kept;
};
