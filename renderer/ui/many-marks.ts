/**
 * Whether a name has letters of Vietnamese that Atkinson Hyperlegible lacks (test/renderer/fonts.test.ts compares this
 * with the font's file). All of such a name is drawn in Noto Sans: half and half looks broken.
 */
export const manyMarks = (name: string): boolean =>
  /[\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF1\u1EF4-\u1EF9]/u.test(name.normalize('NFC'));
