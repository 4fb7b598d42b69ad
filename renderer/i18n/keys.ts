import 'i18next';
import type common from '../../resources/locales/en/common.json';
import type patient from '../../resources/locales/en/patient.json';
import type welcome from '../../resources/locales/en/welcome.json';

/** English is the form of every language: a key that is not there does not compile. One line per namespace. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: typeof common;
      patient: typeof patient;
      welcome: typeof welcome;
    };
  }
}
