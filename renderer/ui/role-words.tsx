import { hyphenated, softHyphen } from '../i18n/hyphens.ts';
import { useLanguage } from '../i18n/language.tsx';
import { classes } from './classes.ts';
import style from './role-words.module.css';

interface RoleWordsProps {
  children: string;
  className?: string | undefined;
}

/**
 * What a role is called, where there may be less room than for its longest word: it is broken at a hyphen only. A screen
 * reader is told the word as it is.
 */
export const RoleWords = ({ children, className }: RoleWordsProps) => {
  const { language } = useLanguage();
  const words = hyphenated(children, language).split(/(\s+)/u);
  return (
    <span className={classes(style.words, className)} data-words="role">
      {words.map((word, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place.
        word.includes(softHyphen) ? <Breakable key={at}>{word}</Breakable> : word,
      )}
    </span>
  );
};

/** A word, in the parts that its own hyphens make: it goes to the next line after one of these before a part is broken. */
const Breakable = ({ children }: { children: string }) => (
  <>
    <span aria-hidden="true" data-seen>
      {children.split(/(?<=-)/u).map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place.
        <span key={at} className={style.part}>
          {part}
        </span>
      ))}
    </span>
    <span className="only-heard">{children.replaceAll(softHyphen, '')}</span>
  </>
);
