/** Languages that people in hospitals speak, by BCP 47, those of most patients first. */
export const spokenLanguages: readonly string[] = [
  ...['en', 'es', 'zh', 'vi', 'ko', 'tl', 'ar', 'ht', 'ru', 'pt', 'fr', 'de', 'it', 'ja', 'hi', 'bn'],
  ...['ur', 'pa', 'gu', 'ta', 'te', 'ml', 'kn', 'mr', 'ne', 'si', 'fa', 'ps', 'ku', 'tr', 'az', 'kk'],
  ...['uz', 'he', 'am', 'ti', 'so', 'sw', 'yo', 'ig', 'ha', 'zu', 'xh', 'af', 'rw', 'om', 'wo', 'ln'],
  ...['pl', 'uk', 'cs', 'sk', 'hu', 'ro', 'bg', 'sr', 'hr', 'bs', 'sl', 'mk', 'sq', 'el', 'hy', 'ka'],
  ...['lt', 'lv', 'et', 'fi', 'sv', 'nb', 'da', 'is', 'nl', 'ca', 'eu', 'gl', 'ga', 'cy', 'id', 'ms'],
  ...['jv', 'th', 'lo', 'km', 'my', 'mn', 'bo', 'yue', 'ilo', 'ceb', 'hmn', 'haw', 'sm', 'to', 'mi'],
  ...['qu', 'gn', 'ay', 'nv', 'chr', 'yi', 'la'],
];
