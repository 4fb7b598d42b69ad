import type { Result } from '../../core/result.ts';

/** What decides where the kiosk can be shown. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Partial<Record<string, string>>;
  root: boolean;
  installed: () => string | null;
  fetched: () => Promise<Result<string, string>>;
}

export type Choice = { host: 'electron'; program: string; why: string } | { host: 'browser'; why: string };

/**
 * Electron where it can show a window in its sandbox, else the browser host, and why. Nothing is fetched for a
 * machine that could not use it.
 */
export const chooseHost = async ({ platform, env, root, installed, fetched }: Machine): Promise<Choice> => {
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY)
    return { host: 'browser', why: 'this machine has no display' };
  if (platform === 'linux' && root)
    return { host: 'browser', why: 'Electron does not keep its sandbox for the user root' };
  const program = installed();
  if (program !== null) return { host: 'electron', program, why: 'Electron’s runtime is installed' };
  const runtime = await fetched();
  return runtime.ok
    ? { host: 'electron', program: runtime.value, why: 'Electron’s runtime was fetched' }
    : { host: 'browser', why: `Electron’s runtime could not be fetched: ${runtime.problem}` };
};
