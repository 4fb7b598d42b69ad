import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { parseVerifierKey, type VerifierKey } from '../../core/log/verifier-key.ts';
import type { Answer } from '../../core/log/verify/answer.ts';
import { verifyBundle } from '../../core/log/verify/bundle.ts';
import { sha256, verify } from '../../electron/log/signer.ts';

/** A bundle, and what the one who checks has besides. */
export interface Case {
  bytes: Uint8Array;
  key?: string | null;
  anchors?: readonly string[];
  /** Verifier keys, as lines. */
  witnesses?: readonly string[];
}

/** What both verifiers print: of an answer of three kinds, the members that each has. */
export type Said = Record<string, string | number | null>;

const sha256Of = (pieces: Iterable<Uint8Array>): Uint8Array => {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
};

const keyOf = (line: string): VerifierKey => {
  const key = parseVerifierKey(sha256, line);
  if (key === null) throw new Error(`No verifier key: ${line}`);
  return key;
};

/** What this program's verifier answers. */
export const verified = ({ bytes, key = null, anchors = [], witnesses = [] }: Case): Answer => {
  const read = (at: number, length: number) => bytes.subarray(at, at + length);
  const trust = { key, anchors, witnesses: witnesses.map(keyOf) };
  return verifyBundle({ size: bytes.length, read }, trust, { sha256, sha256Of, verify });
};

/** The same, as both verifiers say it. */
export const ours = (one: Case): Said => {
  const answer = verified(one);
  if (answer.result === 'unreadable') return { result: 'unreadable' };
  if (answer.result === 'ok') {
    const { result, size, entries, purged, anchored, key } = answer;
    return { result, size, entries, purged, anchored, key };
  }
  const { result, what, entry, why, lastGood } = answer;
  return { result, what, entry, why, lastGood };
};

const testFolder = fileURLToPath(new URL('../', import.meta.url));

/** Whether this machine has the Python that the second verifier needs. */
export const hasPython =
  spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 11))']).status === 0;

/** Why a test of the second verifier is skipped. */
export const noPython = hasPython ? '' : ' (skipped: there is no Python 3.11 or newer on this machine)';

/** The second verifier, in one process that answers one case after another. */
export class PythonVerifier {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #answers: AsyncIterator<string>;

  constructor() {
    this.#process = spawn('python3', ['-m', 'verifier', '--batch'], {
      cwd: testFolder,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#answers = createInterface(this.#process.stdout)[Symbol.asyncIterator]();
  }

  /** What it answers to each of these, in their order. */
  async answers(cases: readonly Case[]): Promise<Said[]> {
    const lines = cases.map(({ bytes, key = null, anchors = [], witnesses = [] }) =>
      JSON.stringify({ base64: Buffer.from(bytes).toString('base64'), key, anchors, witnesses }),
    );
    this.#process.stdin.write(lines.map((line) => `${line}\n`).join(''));
    const said: Said[] = [];
    for (const _ of cases) {
      const answer = await this.#answers.next();
      if (answer.done === true) throw new Error('The second verifier ended before it had answered');
      said.push(JSON.parse(answer.value));
    }
    return said;
  }

  end(): void {
    this.#process.stdin.end();
  }
}
