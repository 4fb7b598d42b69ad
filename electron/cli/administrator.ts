import { userInfo } from 'node:os';
import { type Actor, accountName } from '../../core/log/entry.ts';

/**
 * Whoever runs a command, by the account that the operating system says it runs as; never by what the environment says,
 * which everybody can set. A user id that has no name, as in a container, is named by its number, and so is one whose
 * name the record has no room for.
 */
export const administrator = (whoIs: () => { username: string } = userInfo): Actor => {
  const user = [nameFrom(whoIs), `uid-${process.getuid?.() ?? 'unknown'}`].find(
    (name) => accountName.safeParse(name).success,
  );
  return { kind: 'command-line', ...(user === undefined ? {} : { user }) };
};

const nameFrom = (whoIs: () => { username: string }): string => {
  try {
    return whoIs().username.normalize('NFC');
  } catch {
    // Node throws where the operating system knows no account by the user id of this process.
    return '';
  }
};
