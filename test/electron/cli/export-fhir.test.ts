import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Misuse } from '../../../electron/cli/command.ts';
import { exportCommand } from '../../../electron/cli/export.ts';
import { simulate } from '../../../electron/services/simulate/simulate.ts';
import { kiosk } from '../../support/command-line.ts';
import { temporaryFolder } from '../../support/device.ts';
import { resourcesIn, transactionsIn } from '../../support/fhir-export.ts';
import { FhirServer } from '../../support/fhir-server.ts';

const simulated = (): string => {
  const folder = temporaryFolder();
  simulate(folder, { sessions: 5, seed: 3, days: 3, until: '2026-06-30' });
  return folder;
};
const june = ['--format', 'fhir', '--from', '2026-06-01', '--to', '2026-06-30'];

test('a nightly job exports to FHIR as a manager does: lines for a server, or one transaction', async () => {
  const data = simulated();
  const out = join(temporaryFolder(), 'june.ndjson');
  const file = await kiosk('export', '--data', data, ...june, '--out', out);
  const bytes = readFileSync(out);
  const digest = createHash('sha256').update(bytes).digest('hex');
  const lines = transactionsIn(bytes.toString(), 'ndjson');
  expect(file).toEqual({ code: 0, out: `rows: ${resourcesIn(lines).length}, sha256: ${digest}\n`, err: '' });
  const server = new FhirServer();
  for (const line of lines) server.send(line);
  const stream = await kiosk('export', '--data', data, ...june, '--as', 'bundle', '--out', '-');
  const [whole] = transactionsIn(stream.out, 'bundle');
  if (whole === undefined) throw new Error(stream.err);
  expect(server.send(whole)).toMatchObject({ made: 0, changed: 0 });
});

test('what is not understood is refused in a sentence', async () => {
  const out = ['--out', join(temporaryFolder(), 'out')];
  const wrong: [string[], string][] = [
    [[...june, '--as', 'xml'], '--as takes one of ndjson, bundle, not “xml”.'],
    [[...june, '--table', 'sessions'], '--table is only for'],
    [[...june.with(1, 'csv'), '--as', 'bundle'], '--as is only for --format fhir.'],
  ];
  for (const [words, sentence] of wrong) {
    const asked = exportCommand.run(['--data', simulated(), ...words, ...out]);
    await expect(asked).rejects.toThrow(Misuse);
    await expect(asked).rejects.toThrow(sentence);
  }
});
