import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenForBadges } from '../../../renderer/device/badge-reader.ts';

/** A field as a browser has it, as far as typing into it goes. */
class Field extends EventTarget {
  typed = '';
  selectionStart = 0;
  get value() {
    return this.typed;
  }
  set value(value: string) {
    this.typed = value;
  }
  setSelectionRange(caret: number) {
    this.selectionStart = caret;
  }
}

const page = () => {
  const field = new Field();
  const window = Object.assign(new EventTarget(), {
    setTimeout: (act: () => void, ms: number) => setTimeout(act, ms),
    clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer),
  });
  vi.stubGlobal('window', window);
  vi.stubGlobal('document', { activeElement: field });
  vi.stubGlobal('HTMLInputElement', Field);
  vi.stubGlobal('HTMLTextAreaElement', class {});
  const codes: string[] = [];
  const stop = listenForBadges((code) => codes.push(code));
  return {
    field,
    codes,
    stop,
    /** A key that came at this moment, by its own time stamp, and is heard now. */
    hear: (key: string, at: number) => {
      const event = new Event('keydown', { cancelable: true });
      const modifiers = { ctrlKey: false, altKey: false, metaKey: false, isComposing: false };
      for (const [name, value] of Object.entries({ key, timeStamp: at, ...modifiers }))
        Object.defineProperty(event, name, { value });
      window.dispatchEvent(event);
      if (event.defaultPrevented || key.length > 1) return;
      field.value =
        field.value.slice(0, field.selectionStart) + key + field.value.slice(field.selectionStart);
      field.selectionStart += 1;
    },
  };
};

describe('a badge reader in a page', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is heard as one badge although its keys waited in the queue of a busy page, and leaves nothing in a field', () => {
    for (const late of [1, 3, 4, 6, 9]) {
      const { field, codes, stop, hear } = page();
      field.value = 'in';
      field.selectionStart = 2;
      for (const [index, key] of [...'0049A7118', 'Enter'].entries()) {
        if (index === late) vi.advanceTimersByTime(2_000);
        hear(key, 1_000 + index * 6);
      }
      vi.advanceTimersByTime(2_000);
      expect(codes).toEqual(['0049A7118']);
      expect(field.value).toBe('in');
      stop();
    }
  });

  it('may hold Shift for each of its capitals, and still leaves nothing in a field', () => {
    const { field, codes, hear } = page();
    for (const [index, key] of ['Shift', 'A', 'Shift', 'B', '1', '2', 'Enter'].entries())
      hear(key, 1_000 + index * 6);
    expect(codes).toEqual(['AB12']);
    expect(field.value).toBe('');
  });

  it('was somebody who typed fast, and stopped: all of it stands in the field, once', () => {
    const { field, codes, hear } = page();
    for (const [index, key] of [...'linhx'].entries()) hear(key, 1_000 + index * 20);
    expect(field.value).toBe('');
    vi.advanceTimersByTime(150);
    expect(field.value).toBe('linhx');
    field.value = 'linh';
    field.selectionStart = 4;
    hear('y', 3_000);
    expect(field.value).toBe('linhy');
    expect(codes).toEqual([]);
  });
});
