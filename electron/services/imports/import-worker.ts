import { randomUUID } from 'node:crypto';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { readHead } from '../../store/log.ts';
import { openReader } from '../../store/open.ts';
import { badgeHolder } from '../../store/people-changes.ts';
import { databaseFile } from '../folder.ts';
import type { Asked, Said } from './kept-thread.ts';
import { type Part, partsOf } from './part.ts';
import { countsOf, type ImportPlan, standOf } from './plan.ts';
import type { FoundBeside, Question } from './plan-beside.ts';
import { obstaclesTo, previewOf, rowsOf } from './preview-view.ts';
import { planUndo } from './undo-people.ts';
import { type ImportJob, planFiles } from './work.ts';

/**
 * Finds out in this thread what files would change, or what putting an import back would, and keeps it: it answers questions
 * about it until it is told to end. Nothing is read of the database meanwhile. What it is told is of the kind that
 * plan-beside.ts gives.
 */
const { folder, badgeKey, now, job } = workerData as {
  folder: string;
  badgeKey: Uint8Array;
  now: number;
  job: ImportJob | { of: string; you: string | null };
};

const reading = async <Value>(
  work: (db: ReturnType<typeof openReader>) => Value,
): Promise<Awaited<Value>> => {
  const db = openReader(databaseFile(folder));
  try {
    return await work(db);
  } finally {
    db.close();
  }
};

type Answers = (question: Question) => Promise<unknown>;

/** What was found, and who answers questions about it; null where all of it was said. */
const found = async (): Promise<{ found: FoundBeside; answers: Answers | null }> => {
  if (!('kind' in job)) return foundOfUndo(job);
  const files = job.files.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes) }));
  const clock = { now: () => new Date(now), mono: () => 0 };
  const planned = await reading((db) =>
    planFiles({ db, badgeKey, clock, newId: randomUUID }, { ...job, files }),
  );
  const seen = { files, photos: job.photos, decided: job.decided, found: planned };
  const about = { preview: previewOf(seen), obstacles: obstaclesTo(seen) };
  if (planned.kind === 'schedule')
    return { found: { is: 'schedule', plan: planned.plan, ...about }, answers: null };
  const { plan } = planned;
  const kept = keptOf(plan);
  return {
    found: { is: 'people', ...about, ...countsOf(plan), digest: plan.digest },
    answers: async (asked) => {
      if (asked.is === 'rows') return rowsOf(seen, asked.part, asked.slice);
      if (asked.is === 'photos') return plan.photos;
      return asked.is === 'stand' ? kept.stand() : kept.part(asked.from, asked.count);
    },
  };
};

const inHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The people of a plan, with whose their badges were when it was last looked. */
const keptOf = (plan: ImportPlan) => {
  const holders = new Map<string, string>();
  const part = partsOf(plan, (hash) => holders.get(inHex(hash)) ?? null);
  const stand = (): Promise<number | null> =>
    reading((db) => {
      holders.clear();
      for (const { badges } of [...plan.added, ...plan.changed])
        for (const hash of badges) {
          const holder = badgeHolder.get(db, { hash })?.person;
          if (holder !== undefined) holders.set(inHex(hash), holder);
        }
      return standOf({ db }, plan);
    });
  return { stand, part };
};

const foundOfUndo = async (undoing: { of: string; you: string | null }) => {
  const { plan, size } = await reading((db) => ({
    size: readHead(db)?.size ?? 0,
    plan: planUndo(db, undoing),
  }));
  const { steps, putBack, kept } = plan;
  const people = steps.reduce((sum, one) => sum + one.people.length + one.standings.length, 0);
  let stands = 0;
  const answers: Answers = async (asked) => {
    // It was found out once: where something was recorded since, it is to be found out anew.
    if (asked.is === 'stand') {
      stands += 1;
      return stands === 1 ? size : null;
    }
    if (asked.is !== 'part') throw new Error('Nothing is shown of what is put back');
    return together(steps.slice(asked.from, asked.from + asked.count));
  };
  return { found: { is: 'undo' as const, people, items: steps.length, putBack, kept }, answers };
};

const together = (steps: readonly Part[]): Part => ({
  people: steps.flatMap(({ people }) => people),
  badges: steps.flatMap(({ badges }) => badges),
  numbers: steps.flatMap(({ numbers }) => numbers),
  standings: steps.flatMap(({ standings }) => standings),
  memory: [],
});

const serve = async (port: MessagePort): Promise<void> => {
  const { found: what, answers } = await found();
  const say = (said: Said): void => port.postMessage(said);
  say({ is: 'found', found: what });
  if (answers === null) return port.close();
  port.on('message', async (asked: Asked) => {
    if (asked === 'end') return port.close();
    const { of, question } = asked;
    try {
      say({ is: 'answer', of, answer: await answers(question as Question) });
    } catch (problem) {
      say({ is: 'not-answered', of, problem });
    }
  });
};

if (parentPort === null) throw new Error('This is done in a thread');
await serve(parentPort);
