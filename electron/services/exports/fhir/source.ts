import { mostInTransaction } from '../../../../core/exports/words.ts';
import type { Reader } from '../../../store/open.ts';
import type { Listener, Source } from '../listener.ts';
import { TooManyRows } from '../too-many-rows.ts';
import { countResources, type FhirAsked, fhirPieces } from './lines.ts';

/**
 * Resources of FHIR R4; `rows` is how many. They are read again for every time that the pieces are asked for. Throws
 * TooManyRows where one transaction would have more than a server takes.
 */
export const fhirSource = (db: Reader, asked: FhirAsked, { progress }: Listener): Source => {
  const of = countResources(db, asked);
  if (asked.form === 'bundle' && of > mostInTransaction) throw new TooManyRows('fhir', of);
  function* pieces(): Generator<Uint8Array> {
    let rows = 0;
    progress({ stage: 'rows', rows, of });
    for (const { text, resources } of fhirPieces(db, asked)) {
      yield Buffer.from(text);
      rows += resources;
      progress({ stage: 'rows', rows, of });
    }
  }
  return { rows: of, pieces };
};
