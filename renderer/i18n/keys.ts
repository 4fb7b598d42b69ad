import 'i18next';
import type { GrammaticalGender } from '../../core/names.ts';
import type board from '../../resources/locales/en/board.json';
import type card from '../../resources/locales/en/card.json';
import type common from '../../resources/locales/en/common.json';
import type exports from '../../resources/locales/en/exports.json';
import type figures from '../../resources/locales/en/figures.json';
import type guide from '../../resources/locales/en/guide.json';
import type imports from '../../resources/locales/en/imports.json';
import type kiosk from '../../resources/locales/en/kiosk.json';
import type leave from '../../resources/locales/en/leave.json';
import type log from '../../resources/locales/en/log.json';
import type manage from '../../resources/locales/en/manage.json';
import type patient from '../../resources/locales/en/patient.json';
import type people from '../../resources/locales/en/people.json';
import type problems from '../../resources/locales/en/problems.json';
import type recall from '../../resources/locales/en/recall.json';
import type report from '../../resources/locales/en/report.json';
import type resting from '../../resources/locales/en/resting.json';
import type roles from '../../resources/locales/en/roles.json';
import type schedule from '../../resources/locales/en/schedule.json';
import type sessions from '../../resources/locales/en/sessions.json';
import type settings from '../../resources/locales/en/settings.json';
import type shift from '../../resources/locales/en/shift.json';
import type start from '../../resources/locales/en/start.json';
import type stay from '../../resources/locales/en/stay.json';
import type suggestions from '../../resources/locales/en/suggestions.json';
import type team from '../../resources/locales/en/team.json';
import type wall from '../../resources/locales/en/wall.json';
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
      card: typeof card;
      common: typeof common;
      exports: typeof exports;
      figures: typeof figures;
      guide: typeof guide;
      imports: typeof imports;
      kiosk: typeof kiosk;
      leave: typeof leave;
      log: typeof log;
      manage: typeof manage;
      patient: typeof patient;
      people: typeof people;
      problems: typeof problems;
      recall: typeof recall;
      report: typeof report;
      resting: typeof resting;
      roles: Gendered<typeof roles>;
      schedule: typeof schedule;
      sessions: typeof sessions;
      settings: typeof settings;
      shift: typeof shift;
      start: typeof start;
      stay: typeof stay;
      suggestions: typeof suggestions;
      team: typeof team;
      wall: typeof wall;
      welcome: typeof welcome;
    };
  }
}
