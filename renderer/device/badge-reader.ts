import { type Burst, fellSilent, isSeized, noBurst, quick, readKey } from './badge-burst.ts';

/** A text field as it was before a burst began typing into it. */
interface Before {
  field: HTMLInputElement | HTMLTextAreaElement;
  value: string;
  caret: number;
}

/**
 * Listens to the whole window for a badge reader and gives each code it reads, whatever has the focus: nothing
 * of it stays in a text field, and its Enter presses nothing. Gives back what ends the listening.
 */
export const listenForBadges = (found: (code: string) => void): (() => void) => {
  let burst: Burst = noBurst;
  let before: Before | null = null;
  let timer = 0;

  const takeBack = () => {
    if (before !== null) setValue(before.field, before.value, before.caret);
  };

  const giveBack = (text: string) => {
    if (before === null) return;
    const { field, value, caret } = before;
    setValue(field, value.slice(0, caret) + text + value.slice(caret), caret + text.length);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    window.clearTimeout(timer);
    const { key, timeStamp, ctrlKey, altKey, metaKey, isComposing } = event;
    const result = readKey(burst, {
      key,
      at: timeStamp,
      special: ctrlKey || altKey || metaKey || isComposing,
    });
    const { verdict } = result;
    if (verdict.is === 'return') giveBack(verdict.text);
    // Shift after the first character begins nothing anew.
    if (result.burst !== burst && result.burst.text.length === 1) before = fieldWithFocus();
    burst = result.burst;
    if (verdict.is === 'seize' || verdict.is === 'badge') takeBack();
    // Outside a text field nothing is lost by swallowing early, and no space in a code can press a button.
    const early = before === null && burst.text.length > 1;
    if (early || verdict.is === 'seize' || verdict.is === 'hold' || verdict.is === 'badge') {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (isSeized(burst)) timer = window.setTimeout(onSilence, quick * 2);
    if (verdict.is === 'badge') found(verdict.code);
  };

  /** Nothing was heard for a while: but a key of the same burst may wait in the queue of a page that was busy. */
  const onSilence = () => {
    giveBack(burst.text);
    burst = fellSilent(burst);
  };

  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => {
    window.clearTimeout(timer);
    window.removeEventListener('keydown', onKeyDown, { capture: true });
  };
};

const fieldWithFocus = (): Before | null => {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null;
  return { field, value: field.value, caret: field.selectionStart ?? field.value.length };
};

/** Sets a field's value as typing would, so that React hears of it. */
const setValue = (field: Before['field'], value: string, caret: number) => {
  const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.setSelectionRange(caret, caret);
};
