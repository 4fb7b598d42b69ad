import { searchForm } from '../names.ts';
import { languagesInCreole } from './in-creole.ts';
import { spokenLanguages } from './spoken.ts';
import { phrasesIn } from './vocabulary.ts';

/** Each of the languages that people speak is known by its name in these, in Haitian Creole, and in itself. */
const namedIn = phrasesIn(['en; es; zh; vi; ko; tl; ar; ru; pt; fr; de; it; nl']);

/** What people call them that no standard does. */
const alsoCalled: Readonly<Record<string, string>> = {
  mandarin: 'zh',
  putonghua: 'zh',
  cantonese: 'yue',
  castilian: 'es',
  castellano: 'es',
  farsi: 'fa',
  dari: 'fa-AF',
  filipino: 'tl',
  pilipino: 'tl',
  tagalog: 'tl',
  creole: 'ht',
  'haitian creole': 'ht',
  kreyol: 'ht',
  'kreyol ayisyen': 'ht',
  hmong: 'hmn',
  norwegian: 'nb',
  'brazilian portuguese': 'pt-BR',
  'american sign language': 'ase',
  asl: 'ase',
  'british sign language': 'bfi',
  bsl: 'bfi',
};

const nameIn = (display: string, code: string): string | undefined =>
  new Intl.DisplayNames([display], { type: 'language', fallback: 'none' }).of(code);

const byName = new Map<string, string>();
for (const code of spokenLanguages)
  for (const display of [...namedIn, code]) {
    const name = nameIn(display, code);
    if (name !== undefined) byName.set(searchForm(name), code);
  }
for (const [code, name] of Object.entries(languagesInCreole)) byName.set(searchForm(name), code);
for (const [name, code] of Object.entries(alsoCalled)) byName.set(name, code);

/** The BCP 47 tag that a code (“es”, “pt_BR”, “eng”) or a language's name in any common language means, or null. */
export const languageOf = (text: string): string | null => {
  const named = byName.get(searchForm(text));
  if (named !== undefined) return named;
  const code = text.trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/iu.test(code)) return null;
  try {
    const tag = Intl.getCanonicalLocales(code)[0] ?? '';
    return nameIn('en', tag) === undefined ? null : tag;
  } catch {
    return null;
  }
};

const between = /[;,/|+&\n]|\s(?:and|y|e|et|ak|und|en|và|и|و)\s|、|，|；|،/u;
const aside = /\([^)]*\)|（[^）]*）|\[[^\]]*\]/gu;

/** Languages written in one cell (“English; Español”, “en/es”, “French (fluent)”), the best first, and what is none. */
export const readLanguages = (cell: string): { languages: string[]; unknown: string[] } => {
  const found = new Set<string>();
  const unknown: string[] = [];
  for (const piece of cell.replace(aside, '').split(between)) {
    const text = piece.trim();
    if (text === '') continue;
    const language = languageOf(text) ?? languageOf(text.split(/\s[-–—:]\s|:/u)[0] ?? '');
    if (language === null) unknown.push(text);
    else found.add(language);
  }
  return { languages: [...found], unknown };
};
