import { createHash } from 'node:crypto';
import type { AskedPage, ReportPage } from '../../../core/figures/page.ts';
import type { AskedFigures, FiguresView, Filters, MissingSession } from '../../../core/figures/view.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { wallTime } from '../../log/clock.ts';
import { record } from '../../log/record.ts';
import { firstEntryOf } from '../../store/log.ts';
import { actorOf, isStill, type SignedIn } from '../access/session.ts';
import { shareCheckpoint } from '../anchors/share.ts';
import type { Device } from '../device.ts';
import { readFigures, readMissing } from '../figures/read.ts';

/** As many of the sessions that nobody opened as a report lists: some pages of paper. */
const mostListed = 200;

/** How many reports can be asked for again, where their answer was lost. */
const mostKept = 4;

/** `signed-out`: whoever asked is not signed in any more. `made-before`: under this id, and it is not kept any more. */
export type NotMade = 'signed-out' | 'made-before';

const kept = new WeakMap<Device, Map<string, { by: SignedIn; made: Promise<Result<ReportPage, NotMade>> }>>();

/** A report that was made for this sign-in under this id; null where there is none, or it is not kept any more. */
export const pageMadeFor = async (
  device: Device,
  signedIn: SignedIn,
  id: string,
): Promise<ReportPage | null> => {
  const known = keptOf(device).get(id);
  const made = known?.by === signedIn ? await known.made : null;
  return made?.ok === true ? made.value : null;
};

/**
 * Makes a report for paper. The log says so, with the digest of its figures, before it is given out; the checkpoint on it
 * is signed after that, so that the paper proves its own entry. Asked again under the same id by the same sign-in it is the
 * same report, once. Throws a Problem, NotRecorded, or what SQLite says.
 */
export const makePage = async (
  device: Device,
  signedIn: SignedIn,
  asked: AskedPage,
): Promise<Result<ReportPage, NotMade>> => {
  const known = keptOf(device).get(asked.id);
  if (known !== undefined) return known.by === signedIn ? known.made : refuse('made-before');
  if (firstEntryOf.get(device.db, { event: asked.id }) !== undefined) return refuse('made-before');
  const made = makeOnce(device, signedIn, asked);
  remember(device, asked.id, { by: signedIn, made });
  return made;
};

const makeOnce = async (
  device: Device,
  signedIn: SignedIn,
  { id, figures: wanted, charts: over }: AskedPage,
): Promise<Result<ReportPage, NotMade>> => {
  const figures = await readFigures(device, wanted);
  const { charts } = await readFigures(device, { ...wanted, ...over, by: null });
  const missing = wanted.leaving ? null : await missingOf(device, wanted);
  // Counting took its time, in which somebody may have left.
  if (!isStill(device, signedIn)) return refuse('signed-out');
  const body = { figures, charts, missing };
  const digest = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  const actor = actorOf(signedIn);
  const { entries } = record(device, {
    id,
    actor,
    events: [reportMade(figures, { format: 'page', digest })],
  });
  const { note, size, fingerprint } = shareCheckpoint(device, 'printed', actor);
  const coverage = figures.total.shares.coverage;
  const unopened = coverage === undefined || 'suppressed' in coverage ? 0 : coverage.missing;
  return ok({
    ...body,
    notListed: missing === null ? 0 : Math.max(0, unopened - missing.length),
    ...{ madeBy: signedIn.role, made: wallTime(device.clock.now()), app: device.app },
    ...{ entry: entries.at(-1)?.seq ?? 0, digest, checkpoint: { note, size, fingerprint } },
  });
};

const missingOf = async (device: Device, { from, to, filters }: AskedFigures): Promise<MissingSession[]> =>
  (await readMissing(device, { from, to, filters, after: null, limit: mostListed })).sessions;

/** How the log tells that these figures were put on a page, or that the file of it leaves. */
export const reportMade = (
  { days, by, filters, suppressedBelow, invented, groups }: FiguresView,
  made: { format: 'page' | 'pdf'; digest: string; size?: number },
) => ({
  type: 'report-made' as const,
  ids: {},
  data: {
    ...{ from: days.from, to: days.to, by, withinUnit: suppressedBelow === null, invented },
    ...{ rows: 1 + groups.length, only: narrowed(filters), ...made },
  },
});

/** What it was narrowed to, and nothing of what it was not. */
const narrowed = ({ unit, place, kind, urgency, shift, role }: Filters) => ({
  ...(unit === null ? {} : { unit }),
  ...(place === null ? {} : { place }),
  ...(kind === null ? {} : { kind }),
  ...(urgency === null ? {} : { urgency }),
  ...(shift === null ? {} : { shift }),
  ...(role === null ? {} : { role }),
});

const keptOf = (device: Device) => {
  const known = kept.get(device) ?? new Map();
  kept.set(device, known);
  return known;
};

type Kept = NonNullable<ReturnType<(typeof kept)['get']>> extends Map<string, infer One> ? One : never;

/** What could not be made is asked for anew. */
const remember = (device: Device, id: string, one: Kept): void => {
  const all = keptOf(device);
  all.set(id, one);
  const [oldest] = all.keys();
  if (all.size > mostKept && oldest !== undefined) all.delete(oldest);
  one.made.then(
    (made) => {
      if (!made.ok) all.delete(id);
    },
    () => all.delete(id),
  );
};
