import type { Actor } from '../../../core/log/entry.ts';
import type { Answer } from '../../../core/log/verify/answer.ts';
import { record } from '../../log/record.ts';
import { plainly } from '../../problem.ts';
import { openDevice } from '../open-device.ts';

/**
 * Writes into the record that somebody had it checked, and what came of it; null when it was written, else why it
 * could not be, in a sentence. A damaged database is left as it is.
 */
export const logChecked = (folder: string, answer: Answer, actor: Actor): string | null => {
  if (answer.result === 'unreadable') return answer.why;
  if (answer.result === 'bad' && answer.what === 'database')
    return 'Nothing is written into a damaged database.';
  const [size, entry, why] =
    answer.result === 'ok' ? [answer.size, null, null] : [answer.lastGood ?? 0, answer.entry, answer.why];
  try {
    const device = openDevice({ folder });
    try {
      const data = { occasion: 'asked' as const, result: answer.result, size, entry, why };
      record(device, { id: device.newId(), actor, events: [{ type: 'checked', ids: {}, data }] });
      return null;
    } finally {
      device.close();
    }
  } catch (problem) {
    const sentence = plainly(problem);
    if (sentence === null) throw problem;
    return sentence;
  }
};
