/** Reads whole numbers from bytes, seven bits in each, the lowest first, the highest bit set while more follow. */
export class Cursor {
  readonly bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  skip(bytes: number): void {
    this.at += bytes;
  }

  byte(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new RangeError('The bytes end in the middle of a figure');
    this.at += 1;
    return byte;
  }

  number(): number {
    const byte = this.byte();
    return byte < 128 ? byte : this.#longer(byte & 127);
  }

  #longer(low: number): number {
    let value = low;
    for (let scale = 128; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }
}

/** A whole number of 0 or more as `Cursor` reads it. */
export const numberBytes = (value: number): number[] => {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) | 128);
  bytes.push(left);
  return bytes;
};
