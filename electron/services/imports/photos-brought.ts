import { foldedName, isNoFileName, leadsOut } from '../../../core/roster/file-names.ts';
import { note, quoted } from '../../../core/roster/problem.ts';
import type { Photos } from './people.ts';
import type { FoundPhoto } from './photo-files.ts';
import { photoNotes } from './photo-words.ts';
import type { BroughtPhoto } from './work.ts';

/**
 * Photos that were brought one by one, found by the names of their files; the folders that a list may name before them do
 * not count. What is called like several of them is nobody's.
 */
export const photosAmong = (brought: readonly BroughtPhoto[]): Photos => {
  const byName = Map.groupBy(brought, ({ name }) => foldedName(name));
  const named = async (name: string, line: number): Promise<FoundPhoto> => {
    const without = (what: string, whatToDo: string): FoundPhoto => ({
      photo: null,
      problems: [note(line, `The photo ${quoted(name)} ${what}; the person comes without it.`, whatToDo)],
    });
    if (leadsOut(name) || isNoFileName(name)) return without('is no name of a photo', 'Write only its name.');
    const last = name.split(/[/\\]/u).at(-1) ?? '';
    const alike = byName.get(foldedName(last)) ?? [];
    const exact = alike.filter((one) => one.name === last);
    const [found] = exact.length > 0 ? exact : alike;
    if (found === undefined) return without('was not brought', 'Choose it together with the list.');
    if (exact.length === 0 && alike.length > 1)
      return without('could be one of several files', 'Write its name as it is.');
    const { hash, blurred, problem } = found;
    const called = `The photo ${quoted(name)}`;
    if (hash === null)
      return {
        photo: null,
        problems: photoNotes(line, called, { ok: false, problem: problem ?? 'damaged' }),
      };
    // Its bytes are put in once it is carried out.
    const photo = { hash, bytes: Buffer.alloc(0), blurred };
    return { photo, problems: photoNotes(line, called, { ok: true, value: photo }) };
  };
  return { named, names: async () => brought.map(({ name }) => name) };
};
