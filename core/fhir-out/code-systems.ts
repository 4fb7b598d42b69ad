import { display, inWords } from './coding.ts';
import type { IdOf } from './ids.ts';
import { codeSystemUrl, type Vocabulary } from './systems.ts';
import type { CodeSystem } from './types.ts';
import { vocabularies } from './vocabularies.ts';

const names = Object.keys(vocabularies) as Vocabulary[];

/**
 * Every code that this program gives, with what it means, so that a file can be read without this program. Their ids are
 * to be the same for every kiosk.
 */
export const codeSystems = (idOf: IdOf): CodeSystem[] => names.map((name) => codeSystem(idOf, name));

const codeSystem = (idOf: IdOf, vocabulary: Vocabulary): CodeSystem => {
  const meanings: Readonly<Record<string, string>> = vocabularies[vocabulary];
  const concept = Object.entries(meanings).map(([code, definition]) => ({
    code,
    display: display(vocabulary, code),
    ...(definition === '' ? {} : { definition }),
  }));
  return {
    resourceType: 'CodeSystem',
    id: idOf('vocabulary', vocabulary),
    url: codeSystemUrl(vocabulary),
    name: `BedsideHello${vocabulary.split('-').map(inWords).join('')}`,
    title: `Bedside Hello: ${vocabulary.replaceAll('-', ' ')}`,
    status: 'active',
    caseSensitive: true,
    content: 'complete',
    count: concept.length,
    concept,
  };
};
