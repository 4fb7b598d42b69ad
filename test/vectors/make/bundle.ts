import * as z from 'zod';
import { toHex } from '../../../core/log/base64.ts';
import { type MemberName, membersOf } from '../../../core/log/bundle/members.ts';
import { consistencyLine, inclusionLine } from '../../../core/log/bundle/proof-lines.ts';
import { type Filter, isInFilter, kindOf, type Statement } from '../../../core/log/bundle/statement.ts';
import { bundlePieces, textMember } from '../../../core/log/bundle/write.ts';
import { canonicalJson } from '../../../core/log/canonical-json.ts';
import { joinNotes, originOf } from '../../../core/log/checkpoint.ts';
import { signNote } from '../../../core/log/note.ts';
import { consistencyProof, inclusionProof } from '../../../core/log/proofs.ts';
import { verifierKey } from '../../../core/log/verifier-key.ts';
import { Tally } from '../../../core/log/verify/tally.ts';
import { sha256 } from '../../../electron/log/signer.ts';
import {
  appOfVectors,
  leavesOf,
  logOf,
  type MadeRecord,
  rootOver,
  signerOfRecord,
  treeOver,
  wallTimeAt,
} from './record.ts';

/** The members of a bundle as texts, in their order: what a test can change. */
export type Members = Map<MemberName, string>;

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** What can be said of the bytes of an entry, also where somebody wrote them who had no respect for its form. */
const looselyRead = (bytes: Uint8Array) => {
  const form = z.looseObject({ type: z.string(), at: z.string(), ids: z.record(z.string(), z.unknown()) });
  try {
    return form.safeParse(JSON.parse(textOf(bytes))).data ?? null;
  } catch {
    return null;
  }
};

const statementOf = (record: MadeRecord, filter: Filter, chosen: readonly Chosen[]): Statement => {
  const tally = new Tally();
  for (const { seq, bytes } of chosen) tally.add({ seq, type: looselyRead(bytes)?.type ?? '' });
  const entries = new TextEncoder().encode(lines(chosen.map(({ bytes }) => textOf(bytes))));
  const size = sizeOf(record);
  return {
    ...{ app: appOfVectors, made: wallTimeAt(record.seconds), log: logOf(record), size },
    ...{ root: toHex(rootOver(leavesOf(record).slice(0, size))), filter, ...tally.counts },
    ...{ purged: record.purged, digest: toHex(sha256(entries)) },
  };
};

interface Chosen {
  seq: number;
  bytes: Uint8Array;
}

const sizeOf = ({ checkpoints }: MadeRecord): number => checkpoints.at(-1)?.size ?? 0;

const chosenFrom = (record: MadeRecord, filter: Filter): Chosen[] =>
  record.entries
    .slice(0, sizeOf(record))
    .map((bytes, at) => ({ seq: at + 1, bytes }))
    .filter(({ seq, bytes }) => {
      const read = looselyRead(bytes);
      return seq > record.purged && (read === null || isInFilter(filter, read));
    });

/** The line of a statement, and what a forger makes of it. */
export type Restate = (line: string) => string;

/**
 * The bundle of a record that ends with a checkpoint. A part has every checkpoint of the record, too. Whatever is in the
 * record goes in and is signed, as somebody could do who has the device and its key.
 */
export const bundleOf = (
  record: MadeRecord,
  filter: Filter = { kind: 'all' },
  restate: Restate = (line) => line,
): Members => {
  const chosen = chosenFrom(record, filter);
  const statement = statementOf(record, filter, chosen);
  const line = restate(canonicalJson(statement));
  const origin = originOf(statement.log);
  const note = signNote(sha256, origin, signerOfRecord(record), `bedside-hello statement 1\n${line}\n`);
  const { size } = statement;
  const leaves = leavesOf(record).slice(0, size);
  const nodeAt = treeOver(leaves);
  const keys = record.logs.map(({ id, signer }) => verifierKey(sha256, originOf(id), signer.publicKey));
  const inclusion = chosen.map(({ seq }) =>
    inclusionLine(seq, inclusionProof(sha256, nodeAt, seq - 1, size)),
  );
  const consistency = record.checkpoints
    .slice(0, -1)
    .map((one) =>
      consistencyLine(one.size, one.size > size ? [] : consistencyProof(sha256, nodeAt, one.size, size)),
    );
  const texts: Record<MemberName, string> = {
    'README.txt': 'A bundle that was made for a test.\n',
    'statement.txt': note,
    'keys.txt': lines(keys),
    'checkpoints.txt': joinNotes(record.checkpoints.map(({ note }) => note)),
    'entries.ndjson': lines(chosen.map(({ bytes }) => textOf(bytes))),
    'leaves.txt': lines(leaves.map(toHex)),
    'proofs.ndjson': inclusion.join(''),
    'consistency.ndjson': consistency.join(''),
  };
  return new Map(membersOf[kindOf(statement)].map((name) => [name, texts[name]]));
};

/** The tar file with these members. */
export const tarOf = (members: Members): Uint8Array =>
  Buffer.concat([...bundlePieces([...members].map(([name, text]) => textMember(name, text)))]);
