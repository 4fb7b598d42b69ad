import { describe, expect, test } from 'vitest';
import { cleanText } from '../../core/own-card.ts';
import { readPin } from '../../core/pin.ts';
import { cleanSuggestion } from '../../core/suggestion.ts';

describe('a PIN', () => {
  test.each(['483920', '7 3 1 9 0 4', '914-802', '٤٨٣٩٢٠', '４８３９２０'])('%s can be kept', (typed) => {
    expect(readPin(typed)).toEqual({ pin: expect.stringMatching(/^\d{6}$/u) });
  });

  test('is the same in whichever digits it is typed', () => {
    expect(readPin('٤٨٣٩٢٠')).toEqual(readPin('483920'));
  });

  test.each([
    ['48392', 'too-short'],
    ['', 'too-short'],
    ['4839201734582', 'too-long'],
    ['48392a', 'not-digits'],
    ['ⅣⅤⅥⅦⅧⅨ', 'not-digits'],
    ['123456', 'too-easy'],
    ['654321', 'too-easy'],
    ['890123', 'too-easy'],
    ['777777', 'too-easy'],
    ['135791', 'too-easy'],
    ['121212', 'too-easy'],
    ['482482', 'too-easy'],
    ['48394839', 'too-easy'],
    ['112233', 'too-easy'],
    ['159753', 'too-easy'],
  ])('%s is refused: %s', (typed, problem) => {
    expect(readPin(typed)).toEqual({ problem });
  });
});

describe('what is typed on a card', () => {
  test('is one clean line, of 120 signs at most; pronouns of 40', () => {
    expect(cleanText('line', '  I  grow tomatoes ')).toEqual({ text: 'I grow tomatoes' });
    expect(cleanText('line', '🍅'.repeat(120))).toEqual({ text: '🍅'.repeat(120) });
    expect(cleanText('line', '🍅'.repeat(121))).toEqual({ problem: 'too-long' });
    expect(cleanText('pronouns', 'x'.repeat(40))).toEqual({ text: 'x'.repeat(40) });
    expect(cleanText('pronouns', 'x'.repeat(41))).toEqual({ problem: 'too-long' });
    expect(cleanText('sayIt', 'a\u202eb')).toEqual({ problem: 'forbidden-character' });
    expect(cleanText('line', 'one\ntwo')).toEqual({ problem: 'forbidden-character' });
  });

  test('and left empty it is nothing', () => {
    for (const typed of ['', '   ', '\u200d']) expect(cleanText('preferred', typed)).toEqual({ text: null });
  });
});

describe('a suggestion', () => {
  test('is kept as it was said, in any script and in lines', () => {
    expect(cleanSuggestion('  The button is too low. \r\n\r\n\r\n\r\nالزر منخفض جدًا ')).toEqual({
      text: 'The button is too low.\n\nالزر منخفض جدًا',
    });
  });

  test('cannot write on the screen of whoever reads it, nor hide', () => {
    expect(cleanSuggestion('a\u001b[31mb\u0007\u202ec\u{e0041}')).toEqual({ text: 'a[31mbc' });
    expect(cleanSuggestion('\ud800x')).toEqual({ text: '\ufffdx' });
  });

  test('has something in it, and 600 signs at most', () => {
    expect(cleanSuggestion(' \n\u200b\t ')).toEqual({ problem: 'empty' });
    expect(cleanSuggestion('🍅'.repeat(600))).toEqual({ text: '🍅'.repeat(600) });
    expect(cleanSuggestion('🍅'.repeat(601))).toEqual({ problem: 'too-long' });
  });
});
