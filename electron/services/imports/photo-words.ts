import type { Result } from '../../../core/result.ts';
import { note, type Problem } from '../../../core/roster/problem.ts';
import type { Photo, PhotoProblem } from '../photos.ts';

const inWords: Record<PhotoProblem, readonly [what: string, whatToDo: string]> = {
  'too-large': ['is larger than 8 MB', 'Save it smaller.'],
  'not-a-photo': ['is not a JPEG, PNG or WebP picture', 'Save it as one of these.'],
  'too-many-pixels': ['has more than 24 megapixels', 'Save it smaller.'],
  'too-small': ['is smaller than 32 pixels', 'Take a new one.'],
  damaged: ['is damaged and cannot be shown', 'Export it again.'],
};

/** What there is to say about a photo that was made or could not be; `called` is how a sentence names it. */
export const photoNotes = (line: number, called: string, made: Result<Photo, PhotoProblem>): Problem[] => {
  if (made.ok)
    return made.value.blurred
      ? [note(line, `${called} is small and will look blurred.`, 'Take a new one.')]
      : [];
  const [what, whatToDo] = inWords[made.problem];
  return [note(line, `${called} ${what}; the person comes without it.`, whatToDo)];
};
