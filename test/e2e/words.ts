import { readdirSync, readFileSync } from 'node:fs';
import status from '../../resources/locales/status.json' with { type: 'json' };

const locales = new URL('../../resources/locales/', import.meta.url);

/** The languages that the screens speak. */
export const languages: readonly string[] = Object.keys(status);

/** Gives what the screens say by its key, such as `patient:met`, as it is read: with names in, without marks around them. */
export type Say = (key: string, values?: Record<string, string>) => string;

export const wordsIn = (language: string): Say => {
  const folder = new URL(`${language}/`, locales);
  const files = new Map(
    readdirSync(folder).map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
    ]),
  );
  return (key, values = {}) => {
    const [file = '', path = ''] = key.split(':');
    const found: unknown = path.split('.').reduce((words, part) => words[part], files.get(file));
    if (typeof found !== 'string') throw new Error(`There is no text ${key} in ${language}`);
    return found
      .replaceAll(/\{\{(\w+)\}\}/gu, (mark, name: string) => values[name] ?? mark)
      .replaceAll(/<[^>]+>/gu, '');
  };
};
