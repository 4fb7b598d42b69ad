// Uint8Array.toBase64 and its kin are not in Node 24; btoa and Buffer are not core's.

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The standard alphabet with padding, RFC 4648 section 4. */
export const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(at, at + 3);
    const group = (one << 16) | (two << 8) | three;
    for (const shift of [18, 12, 6, 0]) text += digits.charAt((group >> shift) & 63);
  }
  const padding = (3 - (bytes.length % 3)) % 3;
  return text.slice(0, text.length - padding) + '='.repeat(padding);
};

/** The bytes, or null if the text is not the one that `toBase64` writes for them. */
export const fromBase64 = (text: string): Uint8Array | null => {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  const kept = text.replaceAll('=', '');
  const bytes = new Uint8Array(Math.floor((kept.length * 3) / 4));
  let [held, bits, at] = [0, 0, 0];
  for (const digit of kept) {
    // At most six bits are held over, so that twelve are the most there ever are.
    held = ((held << 6) | digits.indexOf(digit)) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = held >> bits;
    at += 1;
  }
  // The bits left over after the last byte have to be zero: else there were two ways to write the same.
  return toBase64(bytes) === text ? bytes : null;
};

/** Two lower-case digits for each byte. */
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The bytes, or null if the text is not the one that `toHex` writes for them. */
export const fromHex = (text: string): Uint8Array | null => {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) return null;
  return Uint8Array.from({ length: text.length / 2 }, (_, at) =>
    Number.parseInt(text.slice(at * 2, at * 2 + 2), 16),
  );
};
