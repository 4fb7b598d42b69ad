import { toHex } from '../../../core/log/base64.ts';
import { originOf, signCheckpoint } from '../../../core/log/checkpoint.ts';
import { type Actor, encodeEntry, type LogEvent } from '../../../core/log/entry.ts';
import { emptyFrontier, leafHash, newNodes, rootHash } from '../../../core/log/merkle.ts';
import type { Signer } from '../../../core/log/note.ts';
import { type NodeAt, rootAt } from '../../../core/log/proofs.ts';
import { sha256 } from '../../../electron/log/signer.ts';
import { saltOf, testOnlySigner, uuidOf } from './ids.ts';

/** A record in memory, made as a device makes it, but of nothing that differs from one time to the next. */
export interface MadeRecord {
  /** The bytes of entry k at k - 1, also of those that are purged. */
  entries: Uint8Array[];
  logs: { id: string; began: number; signer: Signer }[];
  checkpoints: { size: number; note: string }[];
  purged: number;
  /** When the next entry is written: seconds after the record began. */
  seconds: number;
}

export const appOfVectors = '0.1.0';
const began = Date.parse('2026-03-01T07:30:00.000Z');

export const wallTimeAt = (seconds: number): string =>
  new Date(began + seconds * 1000).toISOString().replace('Z', '+00:00');

const newestLog = ({ logs }: MadeRecord) => {
  const log = logs.at(-1);
  if (log === undefined) throw new Error('A record has a log');
  return log;
};

/** An empty record on a device; the name stands for its log and its key. */
export const newRecord = (name: string): MadeRecord => ({
  entries: [],
  logs: [{ id: uuidOf(`log ${name}`), began: 1, signer: testOnlySigner(name) }],
  checkpoints: [],
  purged: 0,
  seconds: 0,
});

export const logOf = (record: MadeRecord): string => newestLog(record).id;
export const signerOfRecord = (record: MadeRecord): Signer => newestLog(record).signer;

/** Adds events that one tap caused, a second after the last. */
export const add = (
  record: MadeRecord,
  events: readonly LogEvent[],
  actor: Exclude<Actor['kind'], 'signed-in'> = 'bedside',
): void => {
  const tap = `${logOf(record)} ${record.entries.length + 1}`;
  record.seconds += 1;
  for (const [part, event] of events.entries()) {
    const seq = record.entries.length + 1;
    const entry = {
      ...{ v: 1 as const, log: logOf(record), seq, event: uuidOf(`tap ${tap}`), part },
      ...{ at: wallTimeAt(record.seconds), boot: uuidOf('boot'), mono: record.seconds * 1000 },
      ...{ actor: actor === 'badge' ? { kind: actor, person: 'person-1' } : { kind: actor }, ...event },
      ...{ salt: saltOf(`${logOf(record)} ${seq}`), app: appOfVectors },
    };
    record.entries.push(encodeEntry(entry));
  }
};

/** Adds events, each by a tap of its own. */
export const addEach = (record: MadeRecord, events: readonly LogEvent[]): void => {
  for (const event of events) add(record, [event]);
};

export const leavesOf = ({ entries }: Pick<MadeRecord, 'entries'>): Uint8Array[] =>
  entries.map((bytes) => leafHash(sha256, bytes));

/** Reads the nodes of the tree over these leaves. */
export const treeOver = (leaves: readonly Uint8Array[]): NodeAt => {
  const nodes = new Map<string, Uint8Array>();
  let frontier = emptyFrontier;
  for (const leaf of leaves) {
    const grown = newNodes(sha256, frontier, leaf);
    for (const { level, place, hash } of grown.nodes) nodes.set(`${level} ${place}`, hash);
    frontier = grown.frontier;
  }
  return (level, place) => {
    const node = nodes.get(`${level} ${place}`);
    if (node === undefined) throw new Error(`No node at level ${level}, place ${place}`);
    return node;
  };
};

export const rootOver = (leaves: readonly Uint8Array[]): Uint8Array =>
  rootHash(
    sha256,
    leaves.reduce((frontier, leaf) => newNodes(sha256, frontier, leaf).frontier, emptyFrontier),
  );

/** A checkpoint of the record as it was at this size, by the key of the log that it then was. */
export const checkpointAt = (record: MadeRecord, size: number): string => {
  const log = record.logs.findLast(({ began }) => began <= size);
  if (log === undefined) throw new Error(`No checkpoint has size ${size}`);
  const root = rootAt(sha256, treeOver(leavesOf(record).slice(0, size)), size);
  return signCheckpoint(sha256, log.signer, { origin: originOf(log.id), size, root });
};

/** Signs the record as it stands. */
export const sign = (record: MadeRecord): void => {
  const size = record.entries.length;
  record.checkpoints.push({ size, note: checkpointAt(record, size) });
};

/** Deletes the bytes of the entries up to this one, and says so in the record. */
export const purge = (record: MadeRecord, through: number): void => {
  const data = { through, count: through - record.purged, before: '2026-03-02' };
  add(record, [{ type: 'purged', ids: {}, data }], 'command-line');
  record.purged = through;
};

/** The record as a backup knew it at this size, put back on a device with another key. */
export const restore = (record: MadeRecord, size: number, name: string): MadeRecord => {
  const entries = record.entries.slice(0, size);
  const from = record.logs.findLast(({ began }) => began <= size)?.id ?? '';
  const restored: MadeRecord = {
    entries,
    logs: [
      ...record.logs.filter(({ began }) => began <= size),
      { id: uuidOf(`log ${name}`), began: size + 1, signer: testOnlySigner(name) },
    ],
    checkpoints: record.checkpoints.filter((checkpoint) => checkpoint.size <= size),
    purged: record.purged,
    seconds: record.seconds + 3600,
  };
  const root = toHex(rootOver(leavesOf({ entries })));
  const data = { from, size, root, digest: toHex(sha256(new TextEncoder().encode('a backup'))) };
  add(restored, [{ type: 'restored', ids: {}, data }], 'command-line');
  return restored;
};
