import * as z from 'zod';
import type { Actor } from '../../../core/log/entry.ts';
import type { CheckResult, Verification } from '../../../core/log/reading.ts';
import { type Code, codes } from '../../../core/log/verify/codes.ts';
import { wallTime } from '../../log/clock.ts';
import { recordedFor } from '../../log/commit.ts';
import { record } from '../../log/record.ts';
import { logger } from '../../operations.ts';
import { anchoredSizes, checkpointOf } from '../../store/checkpoints.ts';
import { readHead } from '../../store/log.ts';
import type { Device } from '../device.ts';
import { beganAnew } from '../health/began-anew.ts';
import { isSoundBeside } from '../health/beside.ts';
import { inThread } from '../in-thread.ts';

/** As it lies beside this module, in the sources or where the build lays what is shipped. */
const worker = new URL(
  import.meta.url.endsWith('.ts') ? './verify-worker.ts' : './verify-worker.js',
  import.meta.url,
);

const code = z.custom<Code>((value) => typeof value === 'string' && Object.hasOwn(codes, value));
const said = z.union([
  z.object({
    progress: z.object({
      doing: z.enum(['database', 'record', 'tables']),
      done: z.int(),
      of: z.int(),
    }),
  }),
  z.object({
    answer: z.discriminatedUnion('result', [
      z.object({
        result: z.literal('ok'),
        ...{ size: z.int(), anchored: z.int(), purged: z.int(), invented: z.int() },
      }),
      z.object({
        result: z.literal('bad'),
        ...{ what: z.string(), entry: z.int().nullable(), lastGood: z.int().nullable(), why: code },
      }),
    ]),
  }),
]);
type Answer = Extract<z.infer<typeof said>, { answer: unknown }>['answer'];

const verifications = new WeakMap<Device, { state: Verification; stop: AbortController }>();

/** How the check stands that somebody asked for last. */
export const verificationOn = (device: Device): Verification =>
  verifications.get(device)?.state ?? { is: 'none' };

/**
 * Begins to check the whole record in another thread, unless one is under way or was asked for by this id already; gives
 * how it stands. The checkpoints that left this kiosk are the anchors. What came of it is in the log as of whoever asked,
 * and in what the kiosk says of itself.
 */
export const beginVerification = (device: Device, id: string, actor: Actor): Verification => {
  const now = verificationOn(device);
  if (now.is === 'running' || ('id' in now && now.id === id)) return now;
  const stop = new AbortController();
  const mine: { state: Verification; stop: AbortController } = {
    state: { is: 'running', id, doing: 'database', done: 0, of: 0 },
    stop,
  };
  verifications.set(device, mine);
  device.beforeClose(() => stop.abort());
  void verify(device, stop.signal, (progress) => {
    if (mine.state.is === 'running') mine.state = { is: 'running', id, ...progress };
  })
    .then(async (answer) => {
      const found = resultOf(answer);
      if (found.result === 'damaged' && !(await isSoundBeside(device.folder, stop.signal))) device.condemn();
      device.health.find(found.result === 'ok' ? beganAnew(device.db) : found.result);
      mine.state = { is: 'done', id, at: wallTime(device.clock.now()), found };
      logFound(device, id, actor, found);
    })
    .catch((problem: unknown) => {
      if (!stop.signal.aborted) logger.error({ problem }, 'a check that was asked for failed');
      // What was found stands, also where it could not be recorded.
      if (mine.state.is === 'running') mine.state = { is: stop.signal.aborted ? 'cancelled' : 'failed', id };
    });
  return mine.state;
};

/** Ends the check under way; without one nothing happens. */
export const cancelVerification = (device: Device): Verification => {
  const mine = verifications.get(device);
  if (mine?.state.is === 'running') {
    mine.stop.abort();
    mine.state = { is: 'cancelled', id: mine.state.id };
  }
  return verificationOn(device);
};

const verify = async (
  device: Device,
  signal: AbortSignal,
  onProgress: (progress: { doing: 'database' | 'record' | 'tables'; done: number; of: number }) => void,
): Promise<Answer> => {
  const anchors = anchoredSizes
    .all(device.db, {})
    .flatMap(({ size }) => checkpointOf.get(device.db, { size })?.note ?? []);
  let answer: Answer | null = null;
  const onMessage = (message: unknown): boolean => {
    const heard = said.parse(message);
    if ('progress' in heard) onProgress(heard.progress);
    else answer = heard.answer;
    return answer !== null;
  };
  await inThread(worker, { workerData: { folder: device.folder, anchors }, onMessage, signal });
  if (answer === null) throw new Error('The check ended without an answer');
  return answer;
};

const resultOf = (answer: Answer): CheckResult => {
  if (answer.result === 'ok') {
    const { size, anchored, purged, invented } = answer;
    return { result: 'ok', size, anchored, purged, invented };
  }
  const { what, entry, lastGood, why } = answer;
  return { result: what === 'database' ? 'damaged' : 'bad', entry, lastGood, why };
};

const logFound = (device: Device, id: string, actor: Actor, found: CheckResult): void => {
  if (recordedFor(device, id) !== undefined) return;
  const { result } = found;
  const { entry, why } = found.result === 'ok' ? { entry: null, why: null } : found;
  const size = found.result === 'ok' ? found.size : (readHead(device.db)?.size ?? 0);
  const data = { occasion: 'asked' as const, result, size, entry, why };
  record(device, { id, actor, events: [{ type: 'checked', ids: {}, data }] });
};
