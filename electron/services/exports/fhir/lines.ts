import type { Days, Only } from '../../../../core/exports/view.ts';
import type { FhirForm } from '../../../../core/exports/words.ts';
import { auditEvent, auditedTypes, isAudited } from '../../../../core/fhir-out/audit-event.ts';
import { type BundlePart, bundleHead, bundleTail, entryText } from '../../../../core/fhir-out/bundle.ts';
import { codeSystems } from '../../../../core/fhir-out/code-systems.ts';
import { type IdOf, idsOf } from '../../../../core/fhir-out/ids.ts';
import { kiosk, location, organization } from '../../../../core/fhir-out/places.ts';
import { sessionResources } from '../../../../core/fhir-out/session.ts';
import type { Resource } from '../../../../core/fhir-out/types.ts';
import { decodeEntry, isSessionEventType } from '../../../../core/log/entry.ts';
import { sha256 } from '../../../log/signer.ts';
import type { Wanted } from '../../../store/exports.ts';
import {
  countFhir,
  fhirDeviceEntries,
  fhirOpenings,
  fhirPlaces,
  fhirTouched,
  fhirUnits,
} from '../../../store/fhir-exports.ts';
import { logs } from '../../../store/log.ts';
import type { Reader } from '../../../store/open.ts';
import { sessionsTold } from './sessions.ts';

/** A piece of the file, and how many resources are in it. */
export interface FhirPiece {
  text: string;
  resources: number;
}

/** How many resources are in a transaction, at most; more only if one session has more. Servers set bounds of their own. */
export const mostOnLine = 500;

/** Resources that belong into the same transaction. */
interface Group {
  part: Exclude<BundlePart, 'all'>;
  resources: Resource[];
}

export type FhirAsked = Days & Only & { form: FhirForm };

/**
 * The rounds of the sessions that opened on these days as resources of FHIR R4, as docs/exporting-fhir.md tells it: the
 * file piece by piece, read a session at a time; of one moment, if the connection is in a transaction. `ndjson`:
 * transactions, one on each line, to be sent in their order; `bundle`: one transaction.
 */
export const fhirPieces = (db: Reader, { form, ...asked }: FhirAsked): Generator<FhirPiece> => {
  const all = groups(db, wantedOf(asked));
  return form === 'bundle' ? oneBundle(all) : lines(all);
};

/** How many resources `fhirPieces` gives, without making them. */
export const countResources = (db: Reader, asked: FhirAsked): number => {
  const wanted = wantedOf(asked);
  const types = JSON.stringify(auditedTypes);
  const places = fhirUnits.all(db, wanted).length + fhirPlaces.all(db, wanted).length;
  return codeSystems(() => '').length + places + (countFhir.get(db, { ...wanted, types })?.count ?? 0);
};

const wantedOf = ({ from, to, unit, place, kind }: Days & Only): Wanted => ({ from, to, unit, place, kind });

function* lines(all: Iterable<Group>): Generator<FhirPiece> {
  let part: Group['part'] = 'terminology';
  let waiting: Resource[] = [];
  for (const group of all) {
    if (waiting.length > 0 && (group.part !== part || waiting.length + group.resources.length > mostOnLine)) {
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
});

function* oneBundle(all: Iterable<Group>): Generator<FhirPiece> {
  yield { text: bundleHead('all'), resources: 0 };
  let comma = '';
  for (const { resources } of all) {
    if (resources.length === 0) continue;
    yield { text: comma + resources.map(entryText).join(',\n'), resources: resources.length };
    comma = ',\n';
  }
  yield { text: `${bundleTail}\n`, resources: 0 };
}

function* groups(db: Reader, wanted: Wanted): Generator<Group> {
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
  const { from, to, unit, place, kind } = wanted;
  for (const { session } of fhirTouched.iterate(db, wanted))
    yield* fhirOpenings.iterate(db, { session, from, to });
  if (unit !== null || place !== null || kind !== null) return;
  for (const type of auditedTypes)
    if (!isSessionEventType(type)) yield* fhirDeviceEntries.iterate(db, { type, from, to });
}
