import { auditEvent, auditedTypes, isAudited } from '../../../../core/fhir-out/audit-event.ts';
import { type BundlePart, bundleHead, bundleTail, entryText } from '../../../../core/fhir-out/bundle.ts';
import { codeSystems } from '../../../../core/fhir-out/code-systems.ts';
import { type IdOf, idsOf } from '../../../../core/fhir-out/ids.ts';
import { kiosk, location, organization } from '../../../../core/fhir-out/places.ts';
import { sessionResources } from '../../../../core/fhir-out/session.ts';
import type { Resource } from '../../../../core/fhir-out/types.ts';
import { decodeEntry, isSessionEventType } from '../../../../core/log/entry.ts';
import type { SessionKind } from '../../../../core/session/words.ts';
import { sha256 } from '../../../log/signer.ts';
import {
  fhirDeviceEntries,
  fhirPlaces,
  fhirSessionEntries,
  fhirUnits,
  type Wanted,
} from '../../../store/fhir-exports.ts';
import { logs } from '../../../store/log.ts';
import type { Reader } from '../../../store/open.ts';
import type { Days } from '../introductions.ts';
import { sessionsTold } from './sessions.ts';

/** `ndjson`: transactions, one on each line, to be sent in their order. `bundle`: one transaction. */
export type FhirForm = 'ndjson' | 'bundle';

export interface FhirAsked extends Days {
  form?: FhirForm;
  /** Of which sessions only; null or missing for all. Audit events of the kiosk itself come only with all. */
  unit?: string | null;
  place?: string | null;
  kind?: SessionKind | null;
}

export const fhirTypeOf: Record<FhirForm, { type: string; extension: string }> = {
  ndjson: { type: 'application/fhir+ndjson', extension: '.ndjson' },
  bundle: { type: 'application/fhir+json', extension: '.json' },
};

/** A piece of the file: how many resources are in it, and how many transactions begin in it. */
export interface FhirPiece {
  text: string;
  resources: number;
  bundles: number;
}

/** How many resources are in a transaction, at most; more only if one session has more. Servers set bounds of their own. */
export const mostInTransaction = 500;

/** Resources that belong into the same transaction. */
interface Group {
  part: Exclude<BundlePart, 'all'>;
  resources: Resource[];
}

/** The export of these days, piece by piece; of one moment, if the connection is in a transaction. */
export const fhirPieces = (db: Reader, { form = 'ndjson', ...asked }: FhirAsked): Generator<FhirPiece> =>
  form === 'ndjson' ? lines(groups(db, asked)) : oneBundle(groups(db, asked));

function* lines(all: Iterable<Group>): Generator<FhirPiece> {
  let part: Group['part'] = 'terminology';
  let waiting: Resource[] = [];
  for (const group of all) {
    if (
      waiting.length > 0 &&
      (group.part !== part || waiting.length + group.resources.length > mostInTransaction)
    ) {
      yield line(part, waiting);
      waiting = [];
    }
    part = group.part;
    waiting.push(...group.resources);
  }
  if (waiting.length > 0) yield line(part, waiting);
}

const line = (part: BundlePart, resources: readonly Resource[]): FhirPiece => ({
  text: `${bundleHead(part)}${resources.map(entryText).join(',')}${bundleTail}\n`,
  resources: resources.length,
  bundles: 1,
});

function* oneBundle(all: Iterable<Group>): Generator<FhirPiece> {
  yield { text: bundleHead('all'), resources: 0, bundles: 1 };
  let comma = '';
  for (const { resources } of all) {
    if (resources.length === 0) continue;
    yield { text: comma + resources.map(entryText).join(',\n'), resources: resources.length, bundles: 0 };
    comma = ',\n';
  }
  yield { text: `${bundleTail}\n`, resources: 0, bundles: 0 };
}

function* groups(db: Reader, asked: Omit<FhirAsked, 'form'>): Generator<Group> {
  const { from, to, unit = null, place = null, kind = null } = asked;
  const wanted: Wanted = { from, to, unit, place, kind };
  const known = logs.all(db, {});
  const idOf = idsOf(sha256, known[0]?.id ?? '');
  const logOf = (entry: number): string => known.findLast(({ began }) => began <= entry)?.id ?? '';
  // Codes mean the same on every kiosk.
  yield { part: 'terminology', resources: codeSystems(idsOf(sha256, '')) };
  yield* places(
    db,
    wanted,
    idOf,
    known.map(({ id }) => id),
  );
  for (const session of sessionsTold(db, wanted, logOf))
    yield { part: 'sessions', resources: sessionResources(idOf, session) };
  yield* audit(db, wanted, idOf);
}

function* places(db: Reader, wanted: Wanted, idOf: IdOf, logs: readonly string[]): Generator<Group> {
  const one = (resource: Resource): Group => ({ part: 'places', resources: [resource] });
  for (const log of logs) yield one(kiosk(idOf, log));
  for (const unit of fhirUnits.iterate(db, wanted)) yield one(organization(idOf, unit));
  for (const place of fhirPlaces.iterate(db, wanted)) yield one(location(idOf, place));
}

function* audit(db: Reader, wanted: Wanted, idOf: IdOf): Generator<Group> {
  for (const { bytes } of auditedEntries(db, wanted)) {
    const entry = decodeEntry(bytes);
    if (isAudited(entry)) yield { part: 'audit', resources: [auditEvent(idOf, entry)] };
  }
}

function* auditedEntries(db: Reader, wanted: Wanted): Generator<{ bytes: Uint8Array }> {
  yield* fhirSessionEntries.iterate(db, wanted);
  const { from, to, unit, place, kind } = wanted;
  if (unit !== null || place !== null || kind !== null) return;
  for (const type of auditedTypes)
    if (!isSessionEventType(type)) yield* fhirDeviceEntries.iterate(db, { type, from, to });
}
