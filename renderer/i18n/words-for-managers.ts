import { addWords } from './languages.ts';

/** What only managers read, which is more than all the others do, comes with their screens: in all languages, for they may change it. */
addWords(
  import.meta.glob<Record<string, unknown>>(
    '../../resources/locales/*/{settings,figures,report,exports,people,imports,schedule,sessions,log}.json',
    { eager: true, import: 'default' },
  ),
);
