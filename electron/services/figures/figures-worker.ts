import { parentPort, workerData } from 'node:worker_threads';
import { codeOf, plainly } from '../../problem.ts';
import { openReader } from '../../store/open.ts';
import { jobs } from './jobs.ts';
import type { Answer, Question } from './thread.ts';

/**
 * Reads figures in this thread, one question after the other, each of one moment; it ends when it is told to. What it is
 * asked and what it answers are of the kind that `FiguresThread` gives and takes.
 */
const { file } = workerData as { file: string };

const answerTo = ({ id, job, asked, site }: Question): Answer => {
  try {
    const db = openReader(file);
    try {
      return { id, found: jobs[job](db, asked as never, site) };
    } finally {
      db.close();
    }
  } catch (problem) {
    const message = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
    return { id, problem: { message, code: codeOf(problem) || null }, plain: plainly(problem) };
  }
};

parentPort?.on('message', (message: Question | 'end') => {
  if (message === 'end') parentPort?.close();
  else parentPort?.postMessage(answerTo(message));
});
