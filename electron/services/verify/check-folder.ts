import type { Actor } from '../../../core/log/entry.ts';
import type { Answer } from '../../../core/log/verify/answer.ts';
import type { Trust } from '../../../core/log/verify/bundle.ts';
import { type FolderAnswer, verifyFolder } from './folder.ts';
import { logChecked } from './log-checked.ts';

/** Checks a data folder, writes into its record that it was, and says besides what is to be known of the folder. */
export const checkFolderAndLog = (
  folder: string,
  trust: Trust,
  actor: Actor,
): { answer: Answer; besides: string[] } => {
  const checked = verifyFolder(folder, trust);
  const unlogged = logChecked(folder, checked.answer, actor);
  const logged = unlogged === null ? [] : [`That it was checked could not be recorded. ${unlogged}`];
  return { answer: checked.answer, besides: [...aboutFolder(checked), ...logged] };
};

const aboutFolder = ({ answer, signed, kept }: FolderAnswer): string[] => {
  const unsigned =
    answer.result === 'ok' && signed !== null && signed < answer.size
      ? [`The last checkpoint is of size ${signed}: what follows is not signed yet.`]
      : [];
  const missing = kept
    ? []
    : ['There is no checkpoint.txt beside the database: an old copy would not be noticed.'];
  return [...unsigned, ...missing];
};
