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
  return (
    <span className={classes(className)} data-words="role">
      {hyphenated(children, language)
        .split(/(\s+)/u)
        .map((word, at) =>
          word.includes(softHyphen) ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place.
            <span key={at} className={style.word}>
              <span aria-hidden="true" data-seen>
                {word}
              </span>
              <span className="only-heard">{word.replaceAll(softHyphen, '')}</span>
            </span>
          ) : (
            word
          ),
        )}
    </span>
  );
};
