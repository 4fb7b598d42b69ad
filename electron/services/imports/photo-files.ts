import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { basename, isAbsolute, relative, resolve } from 'node:path';
import { error, note, type Problem, quoted } from '../../../core/roster/problem.ts';
import { largestPhoto, makePhoto, type Photo, type PhotoProblem } from '../photos.ts';

const inWords: Record<PhotoProblem, readonly [what: string, whatToDo: string]> = {
  'too-large': ['is larger than 8 MB', 'Save it smaller.'],
  'not-a-photo': ['is not a JPEG, PNG or WebP picture', 'Save it as one of these.'],
  'too-many-pixels': ['has more than 24 megapixels', 'Save it smaller.'],
  'too-small': ['is smaller than 32 pixels', 'Take a new one.'],
  damaged: ['is damaged and cannot be shown', 'Export it again.'],
};

/**
 * Reads a photo that a row of a roster names, from the roster's folder and from nowhere else: a name that leads out
 * of it is an error. A photo that is not there or cannot be used is a note, and the person comes without one.
 */
export const readPhoto = async (
  folder: string,
  name: string,
  line: number,
): Promise<{ photo: Photo | null; problems: Problem[] }> => {
  const without = (what: string, whatToDo: string) => ({
    photo: null,
    problems: [note(line, `The photo ${quoted(name)} ${what}; the person comes without it.`, whatToDo)],
  });
  const outside = {
    photo: null,
    problems: [
      error(
        line,
        `The photo ${quoted(name)} is outside the folder of the list.`,
        'Put it beside the list, and write only its name.',
      ),
    ],
  };
  if (leadsOut(name)) return outside;
  const file = await realpath(resolve(folder, name.replaceAll('\\', '/'))).catch(() => null);
  if (file === null) return without('is not there', 'Put it beside the list.');
  if (leadsOut(relative(await realpath(folder), file))) return outside;
  const bytes = await readRegular(file);
  if (bytes === null) return without('cannot be read', 'Look at the file.');
  const made = await makePhoto(bytes);
  if (!made.ok) return without(...inWords[made.problem]);
  const small = note(line, `The photo ${quoted(name)} is small and will look blurred.`, 'Take a new one.');
  return { photo: made.value, problems: made.value.blurred ? [small] : [] };
};

const leadsOut = (name: string): boolean =>
  isAbsolute(name) ||
  /^[a-z]:|^[/\\]/iu.test(name) ||
  name.split(/[/\\]/u).includes('..') ||
  basename(name) === '';

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
