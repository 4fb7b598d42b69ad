import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { searchForm } from '../../../core/names.ts';
import { mostLanguages } from '../../../core/own-card.ts';
import { spokenLanguages } from '../../../core/roster/spoken.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { ownName } from '../../i18n/languages.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import style from './fields.module.css';

interface LanguagesSheetProps {
  /** Whose languages they are, where it is somebody else who says so. */
  title?: string;
  isOpen: boolean;
  onClose: () => void;
  languages: readonly string[];
  onChange: (languages: string[]) => void;
}

/** What a language calls itself; its tag where nobody knows. */
export const ownNameOf = (tag: string): string => {
  const known = ownName(tag);
  if (known !== tag) return known;
  const name = new Intl.DisplayNames([tag, 'en'], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  // Some languages write their own name small within a sentence; here each stands for itself.
  const [first = ''] = name;
  return first.toLocaleUpperCase(tag) + name.slice(first.length);
};

/** As many as show without scrolling past the first; the others are found by name. */
const shownAtOnce = 24;

/** The languages that somebody speaks, best first, each by the name it has for those who speak it. */
export const LanguagesSheet = ({ title, isOpen, onClose, languages, onChange }: LanguagesSheetProps) => {
  const { t } = useTranslation('card');
  const { nameOf } = useLanguage();
  const [find, setFind] = useState('');
  const isFull = languages.length >= mostLanguages;
  const wanted = searchForm(find);
  const others = spokenLanguages
    .filter((tag) => !languages.includes(tag))
    .filter((tag) =>
      [ownNameOf(tag), nameOf(tag) ?? ''].some((name) => ` ${searchForm(name)}`.includes(` ${wanted}`)),
    )
    .slice(0, wanted === '' ? shownAtOnce : undefined);
  const moveUp = (at: number) => {
    const before = languages[at - 1];
    const moved = languages[at];
    if (before === undefined || moved === undefined) return;
    onChange(languages.map((tag, place) => (place === at ? before : place === at - 1 ? moved : tag)));
  };
  return (
    <Sheet
      title={title ?? t('languageSheet.title')}
      isOpen={isOpen}
      onClose={onClose}
      close={t('languageSheet.done')}
    >
      {languages.length > 0 && (
        <ol className={style.languages}>
          {languages.map((tag, at) => (
            <li key={tag} className={style.spoken}>
              <span lang={tag} className={style.language}>
                <bdi>{ownNameOf(tag)}</bdi>
              </span>
              {at > 0 && (
                <Button onPress={() => moveUp(at)}>
                  <span aria-hidden="true">↑</span>
                  <Named say="languageSheet.up" name={ownNameOf(tag)} />
                </Button>
              )}
              <Button onPress={() => onChange(languages.filter((one) => one !== tag))}>
                <span aria-hidden="true">×</span>
                <Named say="languageSheet.remove" name={ownNameOf(tag)} />
              </Button>
            </li>
          ))}
        </ol>
      )}
      {isFull ? (
        <p className={style.quiet}>{t('languageSheet.full')}</p>
      ) : (
        <>
          <TextInput label={t('languageSheet.find')} value={find} onChange={setFind} />
          <ul className={style.more} aria-label={t('languageSheet.all')}>
            {others.map((tag) => (
              <li key={tag}>
                <Button
                  onPress={() => {
                    setFind('');
                    onChange([...languages, tag]);
                  }}
                >
                  <bdi lang={tag}>{ownNameOf(tag)}</bdi>
                </Button>
              </li>
            ))}
          </ul>
          {others.length === 0 && <p className={style.quiet}>{t('languageSheet.none')}</p>}
        </>
      )}
    </Sheet>
  );
};

/** What a button with a sign on it does, for who cannot see the sign. */
const Named = ({ say, name }: { say: 'languageSheet.up' | 'languageSheet.remove'; name: string }) => {
  const { t } = useTranslation('card');
  return (
    <span className="only-heard">
      <Trans t={t} i18nKey={say} values={{ name }} components={{ name: <bdi /> }} />
    </span>
  );
};
