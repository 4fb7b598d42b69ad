import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from './device.ts';

/** Whether this machine has LibreOffice, which opens a file as a quality officer does. */
export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

export const whyNoLibreOffice = 'needs LibreOffice (soffice), which this machine has not';

/** What LibreOffice makes of a file, as a flat document: every cell with its type, its text, and its formula if it has one. */
export const openedInLibreOffice = (file: string): string => {
  const out = temporaryFolder();
  // A profile of its own: it would not start beside another LibreOffice.
  const profile = `-env:UserInstallation=${pathToFileURL(temporaryFolder()).href}`;
  const infilter =
    extname(file) === '.csv' ? ['--infilter=Text - txt - csv (StarCalc):44,34,UTF8,1,,0,false,true'] : [];
  const ran = spawnSync(
    'soffice',
    [profile, '--headless', ...infilter, '--convert-to', 'fods', '--outdir', out, file],
    { encoding: 'utf8' },
  );
  if (ran.status !== 0) throw new Error(`LibreOffice: ${ran.stderr}`);
  return readFileSync(join(out, `${basename(file, extname(file))}.fods`), 'utf8');
};

/** The formulas in it. */
export const formulasIn = (document: string): string[] =>
  [...document.matchAll(/table:formula="([^"]*)"/gu)].map(([, formula = '']) => formula);
