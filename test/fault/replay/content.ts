import { hash } from 'node:crypto';

const blockSize = 4096;
const zeros: Uint8Array = new Uint8Array(blockSize);

/**
 * The bytes of a file, which never change: a draft of it becomes another Content, which shares every block that was
 * not touched, so that thousands of states of the same files cost little.
 */
export class Content {
  static readonly empty = new Content(0, []);
  readonly size: number;
  /** Each of 4096 bytes; zeros after the end of the file. */
  readonly blocks: readonly Uint8Array[];
  #digest: string | null = null;

  constructor(size: number, blocks: readonly Uint8Array[]) {
    this.size = size;
    this.blocks = blocks;
  }

  bytes(): Buffer {
    return Buffer.concat(this.blocks, this.size);
  }

  /** The same for the same bytes only. */
  digest(): string {
    this.#digest ??= sha256(`${this.size} ${this.blocks.map(digestOfBlock).join(' ')}`);
    return this.#digest;
  }
}

/** A content while it is changed. */
export class Draft {
  #size: number;
  readonly #blocks: Uint8Array[];
  /** Blocks that are nobody else's. */
  readonly #own = new Set<Uint8Array>();

  constructor(from: Content) {
    this.#size = from.size;
    this.#blocks = [...from.blocks];
  }

  /** Puts these bytes at this place; a gap before them is zeros. */
  write(at: number, bytes: Uint8Array): void {
    const end = at + bytes.length;
    this.grow(end);
    for (let from = at; from < end; ) {
      const index = Math.floor(from / blockSize);
      const inside = from - index * blockSize;
      this.#writable(index).set(bytes.subarray(from - at, from - at + blockSize - inside), inside);
      from += blockSize - inside;
    }
  }

  /** Makes it at least so long, with zeros. */
  grow(size: number): void {
    while (this.#blocks.length * blockSize < size) this.#blocks.push(zeros);
    this.#size = Math.max(this.#size, size);
  }

  /** Cuts it off, or makes it longer. */
  resize(size: number): void {
    this.grow(size);
    this.#size = size;
    this.#blocks.length = Math.ceil(size / blockSize);
    const inside = size % blockSize;
    if (inside > 0) this.#writable(this.#blocks.length - 1).fill(0, inside);
  }

  #writable(index: number): Uint8Array {
    const block = this.#blocks[index] ?? zeros;
    if (this.#own.has(block)) return block;
    const copy = new Uint8Array(block);
    this.#own.add(copy);
    this.#blocks[index] = copy;
    return copy;
  }

  done(): Content {
    return new Content(this.#size, this.#blocks);
  }
}

const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'base64');

const digests = new WeakMap<Uint8Array, string>();

const digestOfBlock = (block: Uint8Array): string => {
  const known = digests.get(block) ?? sha256(block);
  digests.set(block, known);
  return known;
};
