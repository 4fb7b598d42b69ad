/**
 * What languages are called in Haitian Creole, by BCP 47. Browsers and Node.js know this of every other language of the
 * screens.
 */
export const languagesInCreole: Readonly<Record<string, string>> = {
  ...{
    ar: 'arab',
    de: 'alman',
    en: 'angle',
    es: 'panyòl',
    fr: 'franse',
    ht: 'kreyòl ayisyen',
    it: 'italyen',
  },
  ...{ ja: 'japonè', ko: 'koreyen', nl: 'olandè', pl: 'polonè', pt: 'pòtigè', ru: 'ris', sv: 'syedwa' },
  ...{ fil: 'tagalòg', tl: 'tagalòg', tr: 'tik', uk: 'ikrenyen', vi: 'vyetnamyen', zh: 'chinwa' },
  ...{ hi: 'endi', bn: 'bengali', ur: 'oudou', fa: 'pèsan', el: 'grèk', he: 'ebre', sw: 'swahili' },
};
