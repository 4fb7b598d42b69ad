import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Amounts } from './amounts.ts';
import { ended, withScratch } from './children.ts';
import { cutAfterFailedSyncs } from './inject/cut.ts';
import { inject } from './inject/inject.ts';
import { sceneNames } from './inject/scenes.ts';
import { canInject } from './inject/traced.ts';
import { kills } from './kills/kills.ts';
import { operationNames } from './kills/operations.ts';
import { canTrace, ours } from './replay/recording.ts';
import { type Counts as Replayed, replay } from './replay/replay.ts';
import type { Plan } from './replay/steps.ts';
import type { Row } from './row.ts';
import { betweenRuns } from './spoiled/between-runs.ts';
import type { CaseFound } from './spoiled/case.ts';
import { flipsTogether } from './spoiled/flips-together.ts';
import { fullDisk } from './spoiled/full-disk.ts';
import { whileRunning } from './spoiled/vanished.ts';

/** Some rows of the table, once they are there. */
type Part = (amounts: Amounts, seed: string) => AsyncGenerator<Row>;

const cannot = (kind: string, counts: Row['counts']): Row => ({
  ...{ kind, counts, tried: 0, lost: 0, falselyConfirmed: 0, unreadable: 0, wrong: 0, troubles: [] },
  notes: 'skipped: strace cannot be used here',
});

const plans: Record<string, Plan> = {
  'into a folder that is there': { taps: 60, steps: ['export', 'restart', 'export'], folder: 'there' },
  'into a folder that the kiosk makes': { taps: 30, steps: ['restart'], folder: 'new' },
};

const ofReplay = (found: Omit<Replayed, 'operations' | 'acknowledged'>) => ({
  tried: Object.values(found.states).reduce((one, other) => one + other),
  lost: found.lost.length,
  falselyConfirmed: found.neverWritten.length,
  unreadable: found.unreadable,
  wrong: found.inconsistent,
  troubles: found.troubles,
  counts: 'states' as const,
});

const replays: Part = async function* ({ states }, seed) {
  if (!canTrace) return yield cannot('power cut, replayed', 'states');
  for (const [name, plan] of Object.entries(plans)) {
    const share = plan.folder === 'there' ? 0.8 : 0.2;
    const found = await replay({ states: Math.ceil(states * share), plan, seed, processes: 4 });
    const kinds = Object.entries(found.states).map(([kind, count]) => `${kind} ${count}`);
    yield {
      ...ofReplay(found),
      kind: `power cut, ${name}`,
      notes: `${found.acknowledged} acknowledged; ${kinds.join(', ')}`,
    };
  }
};

const failedSyncs: Part = async function* ({ failedSyncs: one, statesEach: states }, seed) {
  if (!canInject) return yield cannot('power cut after a failed sync', 'states');
  const choose = <Item>(all: Item[]): Item[] => all.filter((_, index) => index % one === 0);
  const found = await cutAfterFailedSyncs({ states, seed, choose });
  yield {
    ...ofReplay(found),
    kind: 'power cut after a failed sync',
    notes: `${found.syncs} syncs made to fail`,
  };
};

const allKills: Part = async function* ({ kills: all }, seed) {
  for (const operation of operationNames) {
    const count = Math.ceil(all / operationNames.length);
    const {
      kills: tried,
      during,
      acknowledged,
      lost,
      unreadable,
      inconsistent,
      troubles,
    } = await kills({
      ...{ operation, count, seed },
    });
    const notes = `${during} before it was done; ${acknowledged} acknowledged`;
    yield {
      ...{
        kind: `kill -9 while ${operation}`,
        tried,
        lost,
        unreadable,
        wrong: inconsistent,
        notes,
        troubles,
      },
      // All that was written is there after a kill: what is missing was never written.
      ...{ falselyConfirmed: lost, counts: 'kills' },
    };
  }
};

const injections: Part = async function* ({ injections: one }) {
  if (!canInject) return yield cannot('a call that fails', 'injections');
  for (const scene of sceneNames) {
    const found = await inject({ scene, choose: (points) => points.filter((_, index) => index % one === 0) });
    const { lost, falselyConfirmed, unreadable, inconsistent, crashed, recordedAllTheSame, troubles } = found;
    yield {
      ...{
        kind: `EIO and ENOSPC while ${scene}`,
        tried: found.injections,
        lost,
        falselyConfirmed,
        unreadable,
      },
      wrong: inconsistent + crashed + recordedAllTheSame,
      notes: `${found.refused} said that it could not be done; ${found.notReached} points not reached`,
      ...{ troubles, counts: 'injections' },
    };
  }
};

const ofCases = (kind: string, cases: CaseFound[]): Row => ({
  ...{ kind, tried: cases.length, counts: 'spoiled' },
  lost: cases.reduce((sum, { lost }) => sum + lost, 0),
  falselyConfirmed: cases.reduce((sum, { lost }) => sum + lost, 0),
  unreadable: cases.filter(({ unreadable }) => unreadable !== null).length,
  wrong: cases.reduce((sum, { wrong }) => sum + wrong.length, 0),
  notes: `${cases.reduce((sum, { acknowledged }) => sum + acknowledged, 0)} acknowledged`,
  troubles: cases.flatMap(({ name, wrong }) => wrong.map((one) => `${name}: ${one}`)),
});

const files: Part = async function* ({ fullDisks }) {
  yield ofCases('files that vanish or are replaced while it runs', await whileRunning());
  yield { ...ofCases('between two runs, and a newer schema', await betweenRuns()), notes: '' };
  const full = await fullDisk(fullDisks);
  yield full === null
    ? { ...cannot('a full disk of 1 MB', 'spoiled'), notes: 'skipped: nothing can be mounted here' }
    : ofCases('a full disk of 1 MB', full);
};

const bits: Part = async function* ({ bits: ofDatabase, logBits }, seed) {
  for (const where of ['database', 'write-ahead log'] as const) {
    const each = where === 'database' ? ofDatabase : logBits;
    const { flips, outcomes, troubles } = await flipsTogether({ where, each, seed, processes: 4 });
    const { silent = 0, crashed = 0, shortened = 0 } = outcomes;
    yield {
      ...{ kind: `a bit of the ${where}`, tried: flips, counts: 'spoiled', unreadable: 0, wrong: crashed },
      ...{ lost: silent + shortened, falselyConfirmed: 0 },
      notes: Object.entries(outcomes)
        .map(([outcome, count]) => `${outcome} ${count}`)
        .join(', '),
      // Names of people and the like are outside the log: the notes count them.
      troubles: troubles.filter((trouble) => !trouble.startsWith('changed-outside-the-log')),
    };
  }
};

const report = z.object({ numPassedTests: z.int(), numFailedTests: z.int() });

const clock: Part = async function* () {
  const file = 'test/electron/log/clock-jump.test.ts';
  // A copy that was broken on purpose comes without the tests of the product.
  if (!existsSync(join(ours, file))) return;
  yield await withScratch(async (scratch) => {
    const out = join(scratch, 'report.json');
    const words = ['--no-install', 'vitest', 'run', '--reporter=json', `--outputFile.json=${out}`, file];
    const { problems } = await ended(['npx', ...words], { limit: 120_000 });
    if (!existsSync(out)) throw new Error(`The tests of clocks did not run: ${problems}`);
    const { numPassedTests, numFailedTests } = report.parse(JSON.parse(readFileSync(out, 'utf8')));
    const tried = numPassedTests + numFailedTests;
    return {
      ...{ kind: 'a clock that jumps', tried, wrong: tried === 0 ? 1 : numFailedTests },
      ...{ lost: 0, falselyConfirmed: 0, unreadable: 0, troubles: [], counts: 'spoiled' as const },
      notes: `the tests of ${file}`,
    };
  });
};

/** Everything, one after another. */
export const parts: Part[] = [replays, failedSyncs, allKills, injections, files, bits, clock];
