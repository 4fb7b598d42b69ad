import { toHex } from '../../../core/log/base64.ts';
import { type MemberName, membersOf } from '../../../core/log/bundle/members.ts';
import { consistencyLine, inclusionLine } from '../../../core/log/bundle/proof-lines.ts';
import {
  type Filter,
  isInFilter,
  kindOf,
  type Statement,
  signStatement,
} from '../../../core/log/bundle/statement.ts';
import { bundlePieces, textMember } from '../../../core/log/bundle/write.ts';
import { joinNotes, originOf } from '../../../core/log/checkpoint.ts';
import { decodeEntry } from '../../../core/log/entry.ts';
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

export const statementOf = (record: MadeRecord, filter: Filter): Statement => {
  const size = record.checkpoints.at(-1)?.size ?? 0;
  const chosen = entriesFor(record, filter, size);
  const tally = new Tally();
  for (const { seq, bytes } of chosen) tally.add({ seq, type: decodeEntry(bytes).type });
  const entries = new TextEncoder().encode(lines(chosen.map(({ bytes }) => textOf(bytes))));
  return {
    ...{ app: appOfVectors, made: wallTimeAt(record.seconds), log: logOf(record), size },
    ...{ root: toHex(rootOver(leavesOf(record).slice(0, size))), filter, ...tally.counts },
    ...{ purged: record.purged, digest: toHex(sha256(entries)) },
  };
};

const entriesFor = (record: MadeRecord, filter: Filter, size: number) =>
  record.entries
    .slice(0, size)
    .map((bytes, at) => ({ seq: at + 1, bytes }))
    .filter(({ seq, bytes }) => seq > record.purged && isInFilter(filter, decodeEntry(bytes)));

/** The bundle of a record that ends with a checkpoint. A part has every checkpoint of the record, too. */
export const bundleOf = (record: MadeRecord, filter: Filter = { kind: 'all' }): Members => {
  const statement = statementOf(record, filter);
  const { size } = statement;
  const leaves = leavesOf(record).slice(0, size);
  const chosen = entriesFor(record, filter, size);
  const nodeAt = treeOver(leaves);
  const keys = record.logs.map(({ id, signer }) => verifierKey(sha256, originOf(id), signer.publicKey));
  const inclusion = chosen.map(({ seq }) =>
    inclusionLine(seq, inclusionProof(sha256, nodeAt, seq - 1, size)),
  );
  const consistency = record.checkpoints
    .slice(0, -1)
    .map((one) => consistencyLine(one.size, consistencyProof(sha256, nodeAt, one.size, size)));
  const texts: Record<MemberName, string> = {
    'README.txt': 'A bundle that was made for a test.\n',
    'statement.txt': signStatement(sha256, signerOfRecord(record), statement),
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
