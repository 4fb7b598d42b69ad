import 'i18next';
import type { GrammaticalGender } from '../../core/names.ts';
import type board from '../../resources/locales/en/board.json';
import type common from '../../resources/locales/en/common.json';
import type kiosk from '../../resources/locales/en/kiosk.json';
import type patient from '../../resources/locales/en/patient.json';
import type problems from '../../resources/locales/en/problems.json';
import type resting from '../../resources/locales/en/resting.json';
import type roles from '../../resources/locales/en/roles.json';
import type start from '../../resources/locales/en/start.json';
import type team from '../../resources/locales/en/team.json';
import type welcome from '../../resources/locales/en/welcome.json';

/** Every text can be asked for in a gender (as the context), whether or not English has a form for it. */
type Gendered<Words> = Words extends string
  ? Words
  : { [Key in keyof Words & string as Key | `${Key}_${GrammaticalGender}`]: Gendered<Words[Key]> };

/** English is the form of every language: a key that is not there does not compile. One line per namespace. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      board: typeof board;
      common: typeof common;
      kiosk: typeof kiosk;
      patient: typeof patient;
      problems: typeof problems;
      resting: typeof resting;
      roles: Gendered<typeof roles>;
      start: typeof start;
      team: typeof team;
      welcome: typeof welcome;
    };
  }
}
