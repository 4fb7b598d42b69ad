import { posix, win32 } from 'node:path';

interface User {
  platform: NodeJS.Platform;
  env: Partial<Record<string, string>>;
  home: string;
}

/** Where this user's data of the kiosk belongs on this platform. Takes an absolute XDG_DATA_HOME or LOCALAPPDATA only. */
export const dataFolder = ({ platform, env, home }: User): string => {
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Bedside Hello');
  if (platform === 'win32') {
    const local = env.LOCALAPPDATA ?? '';
    return win32.join(
      win32.isAbsolute(local) ? local : win32.join(home, 'AppData', 'Local'),
      'Bedside Hello',
    );
  }
  // The XDG Base Directory Specification says to ignore a relative path.
  const shared = env.XDG_DATA_HOME ?? '';
  return posix.join(posix.isAbsolute(shared) ? shared : posix.join(home, '.local', 'share'), 'bedside-hello');
};
