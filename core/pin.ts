/** A PIN has at least six digits; more than twelve nobody remembers. */
const shortestPin = 6;
const longestPin = 12;

export type PinProblem = 'not-digits' | 'too-short' | 'too-long' | 'too-easy';

/** Of somebody who has access to the device: only the PIN that there is opens the way to another, and one is needed. */
export type OwnPinProblem = PinProblem | 'only-by-pin' | 'is-needed';

/** What people choose first, and what is guessed first; rows of digits and repetitions are found by rule. */
const silly = new Set([
  ...['112233', '223344', '332211', '445566', '778899', '998877', '159753', '951753', '147258', '258369'],
  ...['147852', '142536', '789456', '456789', '741852', '102030', '101010', '314159', '271828', '696969'],
  ...['520520', '521521', '131313', '007007', '246810', '135790', '24681012', '11223344', '14725836'],
]);

/** The zeros of the scripts that people here write digits in. */
const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xff10];

/** Digits of any of these scripts as 0–9; whatever is none stays. */
const plainDigits = (text: string): string =>
  [...text]
    .map((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      const zero = zeros.find((first) => code >= first && code <= first + 9);
      return zero === undefined ? sign : String(code - zero);
    })
    .join('');

/** Whether each digit is as far from the one before it as the second from the first, as in 123456, 888888, 97531. */
const isRow = (pin: string): boolean => {
  const steps = [...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10);
  return new Set(steps).size === 1;
};

/** Whether it is made of rows of three, as the keys lie or as they are counted: 123321, 111222, 147369, 987456. */
const isRowsOfThree = (pin: string): boolean =>
  pin.length % 3 === 0 && (pin.match(/.{3}/gu) ?? []).every((three) => isRow(three));

/** Whether it is a part said over and over, as in 121212 or 123123. */
const isRepeated = (pin: string): boolean => /^(.{1,4})\1+$/u.test(pin);

/** A PIN as it was typed, as it is checked: digits only, without spaces. Refuses short ones and those guessed first. */
export const readPin = (typed: string): { pin: string } | { problem: PinProblem } => {
  const pin = plainDigits(typed.trim()).replace(/[\s-]/gu, '');
  if (!/^\d*$/u.test(pin)) return { problem: 'not-digits' };
  if (pin.length < shortestPin) return { problem: 'too-short' };
  if (pin.length > longestPin) return { problem: 'too-long' };
  return isRow(pin) || isRowsOfThree(pin) || isRepeated(pin) || silly.has(pin)
    ? { problem: 'too-easy' }
    : { pin };
};
