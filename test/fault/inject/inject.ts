import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inParallel, said, withScratch } from '../children.ts';
import { inCopy } from '../copies.ts';
import { look } from '../look.ts';
import { type Acknowledged, placeIn, writtenDown } from '../place.ts';
import { type SceneName, sceneNamed } from './scenes.ts';
import { calls, type Point, pointInWords, type Traced, traced } from './traced.ts';
import { worker } from './worker-file.ts';

/** What came of some injections into one scene. */
export interface Counts {
  /** Points at which a call was really made to fail. */
  injections: number;
  /** Points to which no run came: it went another way before. */
  notReached: number;
  /** What was acknowledged and is missing. */
  lost: number;
  /** What was said to be done and is not: an acknowledged tap, a backup, an export. */
  falselyConfirmed: number;
  /** What was said not to be recorded, to the last, and is. */
  recordedAllTheSame: number;
  unreadable: number;
  inconsistent: number;
  /** Ends that were not honest: a stack, a signal, no end at all. */
  crashed: number;
  /** Runs that could not do all that was asked, and said so. */
  refused: number;
  troubles: string[];
}

/** Every point that there is in a run without failures. */
const pointsOf = ({ counts }: Traced): Point[] =>
  calls.flatMap((call) =>
    Array.from({ length: counts.get(call) ?? 0 }, (_, index) => index + 1).flatMap((number) =>
      (['EIO', 'ENOSPC'] as const).flatMap((error) =>
        [false, true].map((sticky): Point => ({ call, number, error, sticky })),
      ),
    ),
  );

/**
 * Lets a scene run once to see which system calls it makes to its files, then once for each of them that is chosen, in
 * which this one fails, and looks at what was left. Throws where the scene fails without that.
 */
export const inject = ({
  scene: name,
  choose = (points) => points,
  processes = 4,
}: {
  scene: SceneName;
  choose?: (points: Point[]) => Point[];
  processes?: number;
}): Promise<Counts> =>
  withScratch(async (scratch) => {
    const scene = sceneNamed(name);
    const template = join(scratch, 'before');
    // One thread for files: the numbers of its calls are the same in every run.
    const env = { NODE_COMPILE_CACHE: join(scratch, 'cache'), UV_THREADPOOL_SIZE: '1' };
    const run = (root: string, point?: Point): Promise<Traced> =>
      traced([process.execPath, worker, name, root], {
        files: scene.files(placeIn(root)),
        trace: `${root}.trace`,
        env,
        ...(point === undefined ? {} : { point }),
      });
    mkdirSync(placeIn(template).elsewhere, { recursive: true });
    const prepared = await traced([process.execPath, worker, name, template, 'prepare'], {
      files: [],
      trace: `${template}.trace`,
      env,
    });
    if (prepared.code !== 0) throw new Error(`${name} could not be prepared: ${prepared.problems}`);
    const dry = await inCopy(template, join(scratch, 'dry'), (root) => run(root));
    if (!dry.lines.includes('done')) throw new Error(`${name} fails by itself: ${dry.lines} ${dry.problems}`);
    const points = choose(pointsOf(dry));
    const found = await inParallel(points, processes, (point, index) =>
      inCopy(template, join(scratch, `point-${index}`), async (root) => {
        const end = await run(root, point);
        rmSync(`${root}.trace`, { force: true });
        return judged(root, name, point, end);
      }),
    );
    return found.reduce(merged, nothing);
  });

const nothing: Counts = {
  ...{ injections: 0, notReached: 0, lost: 0, falselyConfirmed: 0, recordedAllTheSame: 0 },
  ...{ unreadable: 0, inconsistent: 0, crashed: 0, refused: 0, troubles: [] },
};

const merged = (one: Counts, other: Counts): Counts => ({
  injections: one.injections + other.injections,
  notReached: one.notReached + other.notReached,
  lost: one.lost + other.lost,
  falselyConfirmed: one.falselyConfirmed + other.falselyConfirmed,
  recordedAllTheSame: one.recordedAllTheSame + other.recordedAllTheSame,
  unreadable: one.unreadable + other.unreadable,
  inconsistent: one.inconsistent + other.inconsistent,
  crashed: one.crashed + other.crashed,
  refused: one.refused + other.refused,
  troubles: [...one.troubles, ...other.troubles],
});

/** A line of a stack: what an unhandled error leaves behind, and a log line does not. */
const stack = /^\s+at /mu;

const judged = (root: string, name: SceneName, point: Point, end: Traced): Counts => {
  const { besides } = { besides: () => [], ...sceneNamed(name) };
  const place = placeIn(root);
  const heard = said(end, 'ack');
  const acknowledged = [...writtenDown(place), ...heard.map((id): Acknowledged => ({ id, seq: null }))];
  const done = end.lines.includes('done');
  const crashed = end.code !== 0 || stack.test(end.problems);
  const wrong = besides(place, done);
  const { unreadable, inconsistent, lost, events } = look(place.data, acknowledged);
  const allTheSame = said(end, 'gave-up').filter((id) => events.has(id));
  const words = [
    ...(crashed ? [`ends with ${end.signal ?? end.code}: ${end.problems.slice(-1500)}`] : []),
    ...(unreadable === null ? [] : [`unreadable, ${unreadable}`]),
    ...(inconsistent === null ? [] : [`inconsistent, ${inconsistent}`]),
    ...(lost.length === 0 ? [] : [`${lost.length} of ${acknowledged.length} acknowledged missing`]),
    ...(allTheSame.length === 0 ? [] : ['recorded, though it was said that it is not']),
    ...wrong,
  ];
  return {
    injections: end.injected > 0 ? 1 : 0,
    notReached: end.injected > 0 ? 0 : 1,
    lost: lost.length,
    falselyConfirmed: heard.filter((id) => lost.includes(id)).length + wrong.length,
    recordedAllTheSame: allTheSame.length,
    unreadable: unreadable === null ? 0 : 1,
    inconsistent: inconsistent === null ? 0 : 1,
    crashed: crashed ? 1 : 0,
    refused: done ? 0 : 1,
    troubles: words.length === 0 ? [] : [`${name}, ${pointInWords(point)}: ${words.join('; ')}`],
  };
};
