import { Fragment, type ReactNode } from 'react';
import { softHyphen } from '../i18n/hyphens.ts';
import { hyphenatedName } from '../i18n/name-hyphens.ts';
import style from './breakable-name.module.css';
import { Name } from './name.tsx';

/** Words of a sentence have lines to themselves: up to so many letters they fit there. */
const longInSentence = 14;

/**
 * A name where there may be less room than for its longest word: that goes to a line of its own, and is broken at a
 * hyphen only. A screen reader is told the name as it is.
 */
export const BreakableName = ({ children }: { children: string }) => {
  const seen = hyphenatedName(children);
  if (!seen.includes(softHyphen)) return <Name>{children}</Name>;
  const words = seen.split(/([\p{L}\p{M}\u00ad]+)/u).map((word, at) => {
    const shown = word.includes(softHyphen) ? <span className={style.word}>{word}</span> : word;
    // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place.
    return <Fragment key={at}>{shown}</Fragment>;
  });
  return <Breakable seen={<Name>{words}</Name>} heard={<Name>{children}</Name>} />;
};

/** A sentence with names in it, whose longest words are broken at a hyphen where they must be. */
export const WithBreakableNames = ({ children }: { children: string }) => {
  const seen = hyphenatedName(children, longInSentence);
  if (!seen.includes(softHyphen)) return children;
  return <Breakable seen={seen} heard={children} />;
};

const Breakable = ({ seen, heard }: { seen: ReactNode; heard: ReactNode }) => (
  <span className={style.names}>
    <span aria-hidden="true" data-seen>
      {seen}
    </span>
    <span className="only-heard">{heard}</span>
  </span>
);
