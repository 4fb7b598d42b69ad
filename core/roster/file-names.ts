/** How a name is looked for where a file system may have it in another case or another form of Unicode. */
export const foldedName = (name: string): string =>
  name.normalize('NFC').toLocaleLowerCase('und').normalize('NFC');

/** Names that are devices and no files on Windows, whatever stands behind a full stop. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/iu;
// Nobody can see them, and no file of a photo is called so.
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/**
 * Whether a name of a file, with the folders it is in, leads out of where it is looked for: an absolute one, one of
 * another drive or host, one with `..`. Both kinds of slash count on every system: lists travel.
 */
export const leadsOut = (name: string): boolean =>
  /^[/\\]/u.test(name) || /^[a-z]:/iu.test(name) || name.split(/[/\\]/u).some((part) => part.trim() === '..');

/**
 * Whether a name cannot be that of a file on every system this runs on: a device, a stream (`a:b`), one that ends in a
 * full stop or a space, which some systems take off, or one with what nobody can see.
 */
export const isNoFileName = (name: string): boolean =>
  unseen.test(name) ||
  name
    .split(/[/\\]/u)
    .some(
      (part) =>
        part === '' ||
        part.includes(':') ||
        /[. ]$/u.test(part.replace(/^\.$/u, '')) ||
        device.test(part.split('.')[0]?.trim() ?? ''),
    );
