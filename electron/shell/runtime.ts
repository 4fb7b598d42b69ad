import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ok, type Result, refuse } from '../../core/result.ts';

/** Where Electron's runtime is kept: the folder of the `electron` package, unless its own setting names another. */
export interface RuntimePlace {
  folder: string;
  override?: string | undefined;
}

/** The runtime's program, or null where it was never fetched or is of another version than the package. */
export const installedRuntime = ({ folder, override }: RuntimePlace): string | null => {
  const text = (name: string): string => {
    const file = join(folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  };
  if (override !== undefined && override !== '') {
    const program = join(override, text('path.txt') || 'electron');
    return existsSync(program) ? program : null;
  }
  const manifest: unknown = JSON.parse(text('package.json'));
  const current =
    typeof manifest === 'object' &&
    manifest !== null &&
    'version' in manifest &&
    manifest.version === text('dist/version').replace(/^v/u, '');
  const program = join(folder, 'dist', text('path.txt'));
  return current && text('path.txt') !== '' && existsSync(program) ? program : null;
};

/** How long fetching may take, in ms: long where something answers, else as long as unpacking an earlier download takes. */
const patience = { answered: 180_000, silent: 10_000 };

/** Whether Electron's downloads can be reached, or the machine's owner configured where else they come from. */
const reachable = async (): Promise<boolean> => {
  if (Object.keys(process.env).some((name) => /^(npm_config_)?electron_(mirror|get_use_proxy)$/iu.test(name)))
    return true;
  try {
    await fetch('https://github.com/electron/electron/releases', {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(5_000),
    });
    return true;
  } catch {
    return false;
  }
};

/**
 * Fetches the runtime with the `electron` package's own installer, in silence. Refuses with the reason where it
 * cannot be had, in seconds where there is no network.
 */
export const fetchRuntime = async (
  place: RuntimePlace,
  { answers = reachable, limits = patience } = {},
): Promise<Result<string, string>> => {
  const installer = spawn(process.execPath, [join(place.folder, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  installer.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  installer.once('close', () => end());
  let late = false;
  const giveUp = () => {
    late = true;
    installer.kill();
  };
  let limit = setTimeout(giveUp, limits.silent);
  void answers().then((yes) => {
    if (!yes || installer.exitCode !== null || late) return;
    clearTimeout(limit);
    limit = setTimeout(giveUp, limits.answered);
  });
  await ended;
  clearTimeout(limit);
  const program = installedRuntime(place);
  if (program !== null) return ok(program);
  if (late) return refuse('the download took too long');
  return refuse(/^(?:\w*Error: )?(.+)$/mu.exec(said)?.[1] ?? 'its installer left nothing');
};
