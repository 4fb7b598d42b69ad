import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { toHex } from '../../../core/log/base64.ts';
import type { MemberName } from '../../../core/log/bundle/members.ts';
import { consistencyLine, inclusionLine } from '../../../core/log/bundle/proof-lines.ts';
import { type Statement, signStatement } from '../../../core/log/bundle/statement.ts';
import { type NewMember, textMember } from '../../../core/log/bundle/write.ts';
import { joinNotes, logIdOf } from '../../../core/log/checkpoint.ts';
import type { Signer } from '../../../core/log/note.ts';
import { consistencyProof, inclusionProof } from '../../../core/log/proofs.ts';
import { type Counts, Tally } from '../../../core/log/verify/tally.ts';
import { sha256 } from '../../log/signer.ts';
import { pagesOfLeaves } from '../../store/bundles.ts';
import { readme } from './bundle-readme.ts';
import type { Snapshot } from './bundle-snapshot.ts';

/** Who makes the bundle, and when. */
export interface Maker {
  app: string;
  /** Wall time with offset. */
  made: string;
  signer: Signer;
}

export interface Content {
  counts: Counts;
  members: NewMember[];
}

/** The members of the bundle. Reads the entries once, in steps, to count them: they are read again when it is written. */
export const contentOf = async (snapshot: Snapshot, { app, made, signer }: Maker): Promise<Content> => {
  const { kind, filter, last, purged } = snapshot;
  const { counts, digest, size: bytes } = await counted(snapshot);
  const log = logIdOf(last.origin);
  if (log === null) throw new Error(`The last checkpoint is of no log of this program: ${last.origin}`);
  const [root, notes] = [toHex(last.root), snapshot.checkpoints.map(({ note }) => note)];
  const statement: Statement = { app, made, log, size: last.size, root, filter, ...counts, purged, digest };
  const members = [
    textMember('README.txt', readme(statement, signer.publicKey, { invented: snapshot.invented })),
    textMember('statement.txt', signStatement(sha256, signer, statement)),
    textMember('keys.txt', snapshot.keys.map((line) => `${line}\n`).join('')),
    textMember('checkpoints.txt', joinNotes(notes)),
    { name: 'entries.ndjson', size: bytes, pieces: () => entryPieces(snapshot) } as const,
    ...(kind === 'whole' ? [leavesMember(snapshot)] : await proofMembers(snapshot)),
  ];
  return { counts, members };
};

/** What the statement says of the entries, and how many bytes they are. */
const counted = async (snapshot: Snapshot): Promise<{ counts: Counts; digest: string; size: number }> => {
  const [tally, hash] = [new Tally(), createHash('sha256')];
  let size = 0;
  for (const page of snapshot.pages()) {
    for (const row of page) tally.add(row);
    const piece = linesOf(page.map(({ bytes }) => bytes));
    hash.update(piece);
    size += piece.length;
    await setImmediate();
  }
  return { counts: tally.counts, digest: hash.digest('hex'), size };
};

const lineFeed = Uint8Array.of(0x0a);

const linesOf = (lines: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat(lines.flatMap((line) => [line, lineFeed]));

function* entryPieces({ pages }: Snapshot): Generator<Uint8Array> {
  for (const page of pages()) yield linesOf(page.map(({ bytes }) => bytes));
}

const leavesMember = ({ db, last: { size } }: Snapshot): NewMember => ({
  name: 'leaves.txt',
  // A hash is 32 bytes, two digits each, and LF.
  size: 65 * size,
  pieces: function* pieces() {
    for (const page of pagesOfLeaves(db, size))
      yield Buffer.from(page.map((leaf) => `${toHex(leaf)}\n`).join(''));
  },
});

const proofMembers = (snapshot: Snapshot): Promise<NewMember[]> =>
  Promise.all([
    measured('proofs.ndjson', () => inclusionPieces(snapshot)),
    measured('consistency.ndjson', () => consistencyPieces(snapshot)),
  ]);

function* inclusionPieces({ pages, nodeAt, last: { size } }: Snapshot): Generator<Uint8Array> {
  for (const page of pages())
    yield Buffer.from(
      page.map(({ seq }) => inclusionLine(seq, inclusionProof(sha256, nodeAt, seq - 1, size))).join(''),
    );
}

function* consistencyPieces({ checkpoints, nodeAt, last }: Snapshot): Generator<Uint8Array> {
  for (const { size } of checkpoints.slice(0, -1))
    yield Buffer.from(consistencyLine(size, consistencyProof(sha256, nodeAt, size, last.size)));
}

/** A member whose size is known only when all of it was made once. */
const measured = async (name: MemberName, pieces: () => Iterable<Uint8Array>): Promise<NewMember> => {
  let size = 0;
  for (const piece of pieces()) {
    size += piece.length;
    await setImmediate();
  }
  return { name, size, pieces };
};
