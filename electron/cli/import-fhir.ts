import { basename } from 'node:path';
import { formatReport } from '../../core/roster/report.ts';
import type { Device } from '../services/device.ts';
import { carryOutImport, isBlocked } from '../services/imports/carry-out.ts';
import { type FhirPlan, fhirReportsOf, planFhir } from '../services/imports/fhir.ts';
import { administrator } from './administrator.ts';

interface Asked {
  files: readonly { file: string; bytes: Uint8Array }[];
  dryRun: boolean;
  skipProblems: boolean;
  renamed: ReadonlySet<number>;
}

const mostTries = 3;

/**
 * Imports files of FHIR, or only says what would change: all of them together, in one transaction, since what is in one
 * refers to what is in another. Gives the exit code.
 */
export const importFhir = async (
  device: Device,
  { files, dryRun, skipProblems, renamed }: Asked,
): Promise<number> => {
  const given = files.map(({ file, bytes }) => ({ name: file, bytes }));
  for (let tries = 1; ; tries += 1) {
    const plan = await planFhir(device, given, { renamed });
    const blocked = isBlocked(plan, skipProblems);
    if (blocked || dryRun) {
      console.log(formatReport(fhirReportsOf(dryRun ? plan : nothingOf(plan), { isPreview: dryRun })));
      if (blocked) console.error('Nothing is imported while there is a problem.');
      return blocked ? 1 : 0;
    }
    const carriedOut = await carryOutImport(device, plan, {
      ...{ actor: administrator(), skipProblems, files: files.map(({ file }) => basename(file)) },
    });
    // A kiosk may have changed its people in between: then the plan is made again.
    if (!carriedOut.ok && tries < mostTries) continue;
    if (carriedOut.ok) console.log(formatReport(fhirReportsOf(plan, { isPreview: false })));
    else console.error('The people here were changed while the files were read. Import them again.');
    return carriedOut.ok ? 0 : 1;
  }
};

const nothingOf = (plan: FhirPlan): FhirPlan => ({
  ...plan,
  ...{ added: [], changed: [], retired: [], skipped: 0, leftOut: 0 },
});
