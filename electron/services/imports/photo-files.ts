import { constants } from 'node:fs';
import { open, readdir, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { foldedName, isNoFileName, leadsOut } from '../../../core/roster/file-names.ts';
import { error, note, type Problem, quoted } from '../../../core/roster/problem.ts';
import { largestPhoto, makePhoto, type Photo } from '../photos.ts';
import { photoNotes } from './photo-words.ts';

export interface FoundPhoto {
  photo: Photo | null;
  problems: Problem[];
}

/** Reads photos from one folder, and from nowhere else. */
export const photosIn = (folder: string) => {
  const filesIn = listing();
  /**
   * The photo of this name, which may have folders below this one in it. One that leads out, or is no name of a file, is
   * an error; one that is not there or cannot be used is a note, and the person comes without it. Where only case or the
   * form of Unicode differ, it is found all the same.
   */
  const named = async (name: string, line: number): Promise<FoundPhoto> => {
    const without = (what: string, whatToDo: string): FoundPhoto => ({
      photo: null,
      problems: [note(line, `The photo ${quoted(name)} ${what}; the person comes without it.`, whatToDo)],
    });
    const refused = (what: string): FoundPhoto => ({
      photo: null,
      problems: [
        error(line, `The photo ${quoted(name)} ${what}.`, 'Put it beside the list, and write only its name.'),
      ],
    });
    if (leadsOut(name)) return refused('is outside the folder of the photos');
    if (isNoFileName(name)) return refused('is no name of a file');
    const found = await findFile(folder, name, filesIn);
    if (found === 'several') return without('could be one of several files', 'Write its name as it is.');
    const file = found === null ? null : await realpath(found).catch(() => null);
    if (file === null) return without('is not there', 'Put it beside the list.');
    if (isOutside(await realpath(folder), file)) return refused('is outside the folder of the photos');
    const bytes = await readRegular(file);
    if (bytes === null) return without('cannot be read', 'Look at the file.');
    const made = await makePhoto(bytes);
    const problems = photoNotes(line, `The photo ${quoted(name)}`, made);
    return { photo: made.ok ? made.value : null, problems };
  };
  return { named, names: () => filesIn(folder) };
};

const isOutside = (folder: string, file: string): boolean => {
  const way = relative(folder, file);
  return isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`);
};

/** The names in folders, each folder read once. */
const listing = (): ((folder: string) => Promise<readonly string[]>) => {
  const read = new Map<string, Promise<readonly string[]>>();
  return (folder) => {
    const known = read.get(folder) ?? readdir(folder).catch(() => []);
    read.set(folder, known);
    return known;
  };
};

const findFile = async (
  folder: string,
  name: string,
  filesIn: (folder: string) => Promise<readonly string[]>,
): Promise<string | 'several' | null> => {
  let at = folder;
  for (const part of name.split(/[/\\]/u).filter((part) => part !== '.')) {
    const files = await filesIn(at);
    const alike = files.includes(part)
      ? [part]
      : files.filter((file) => foldedName(file) === foldedName(part));
    const [found] = alike;
    if (alike.length > 1) return 'several';
    if (found === undefined) return null;
    at = join(at, found);
  }
  return at;
};

/** The bytes of a file, one more than a photo may have at most; null for pipes, folders and what cannot be read. */
const readRegular = async (file: string): Promise<Buffer | null> => {
  try {
    // Without O_NONBLOCK, opening a named pipe would wait for somebody to write into it.
    await using handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const about = await handle.stat();
    if (!about.isFile()) return null;
    const bytes = Buffer.alloc(Math.min(about.size, largestPhoto + 1));
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  } catch {
    return null;
  }
};
