export const longestSuggestion = 600;

export type SuggestionProblem = 'empty' | 'too-long';

/** What is not seen, or turns the text around it; line ends stay. */
const unseen =
  /[^\P{Cc}\n]|[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/**
 * A suggestion as it is kept: plain text, at most 600 code points, at most one empty line between two. Nothing that
 * was said is refused for a sign that nobody sees: such signs are left out.
 */
export const cleanSuggestion = (typed: string): { text: string } | { problem: SuggestionProblem } => {
  const text = typed
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(unseen, '')
    .replace(/ *\n */gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
  if (!/[^\p{Z}\p{C}\p{M}]/u.test(text)) return { problem: 'empty' };
  return [...text].length > longestSuggestion ? { problem: 'too-long' } : { text };
};
