import { spawn } from 'node:child_process';

const opener: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Asks the desktop to open an address. Where there is none, nothing happens: the address was printed too. */
export const openInBrowser = (url: string): void => {
  const [program, ...words] = opener[process.platform] ?? ['xdg-open'];
  spawn(program, [...words, url], { detached: true, stdio: 'ignore' })
    .on('error', () => {})
    .unref();
};
