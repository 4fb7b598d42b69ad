/** How many random bytes a recovery code stands for: 128 bits. */
export const recoveryBytes = 16;

/** Crockford’s base 32: no I, L, O or U, so that nothing that is copied by hand is taken for something else. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 28;
const groupLength = 4;

/** The largest prime below 2¹²: of the slips of a pen it lets one in four thousand through. */
const checkModulus = 4093n;

const numberOf = (bytes: Uint8Array): bigint =>
  bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);

/**
 * A recovery code as people copy it: 28 letters and digits in groups of four, of which the last few only tell slips of
 * the pen. Takes 16 random bytes.
 */
export const writeRecoveryCode = (bytes: Uint8Array): string => {
  if (bytes.length !== recoveryBytes) throw new Error('A recovery code has 16 bytes');
  const value = numberOf(bytes);
  let rest = (value << 12n) | (value % checkModulus);
  let code = '';
  for (let place = 0; place < codeLength; place += 1) {
    code = `${digits[Number(rest & 31n)]}${code}`;
    rest >>= 5n;
  }
  return code.match(/.{4}/gu)?.join('-') ?? '';
};

/** As it is checked: the same spelling however it was typed. Null where it is none, which costs nobody an attempt. */
export const readRecoveryCode = (typed: string): string | null => {
  const signs = typed
    .toUpperCase()
    .replace(/[\s\-–—.]+/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1');
  if (signs.length !== codeLength) return null;
  let whole = 0n;
  for (const sign of signs) {
    const digit = digits.indexOf(sign);
    if (digit < 0) return null;
    whole = (whole << 5n) | BigInt(digit);
  }
  const value = whole >> 12n;
  if (value >> 128n !== 0n || value % checkModulus !== (whole & 0xfffn)) return null;
  return signs.match(new RegExp(`.{${groupLength}}`, 'gu'))?.join('-') ?? null;
};
