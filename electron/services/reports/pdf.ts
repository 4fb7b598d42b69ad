import { createHash } from 'node:crypto';
import type { AskedPdf, NoPdf, ReportPage } from '../../../core/figures/page.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import type { Host } from '../../host.ts';
import { record } from '../../log/record.ts';
import { logger } from '../../operations.ts';
import { firstEntryOf } from '../../store/log.ts';
import { actorOf, isStill, type SignedIn } from '../access/session.ts';
import type { Device } from '../device.ts';
import { Tickets } from '../exports/tickets.ts';
import { pageMadeFor, reportMade } from './page.ts';

/** How many files are kept, each until its sign-in ends. */
const mostKept = 4;

/** The file of a report, as it is handed over. */
export interface PdfFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

type Made = Result<PdfFile, NoPdf | 'signed-out'>;

/**
 * Files of the reports that are up to be printed, made by the host from its own window. They are a few hundred kilobytes
 * and stay in memory, for as long as the sign-in stands that asked. The log says that a file left, with its digest, before
 * the first address for it is given.
 */
export class ReportPdfs {
  readonly #device: Device;
  readonly #host: Host;
  readonly #files = new Map<string, { by: SignedIn; made: Promise<Made> }>();
  readonly #tickets: Tickets;

  constructor(device: Device, host: Host) {
    this.#device = device;
    this.#host = host;
    this.#tickets = new Tickets(device.clock);
  }

  /** An address for the file, good once and for a minute; asked again it is another one, for the same file. Throws as `record` does. */
  async ticket(signedIn: SignedIn, { id, report }: AskedPdf): Promise<Result<string, NoPdf | 'signed-out'>> {
    const known = this.#files.get(id);
    if (known !== undefined && known.by !== signedIn) return refuse('made-before');
    const made = await (known?.made ?? this.#begin(signedIn, { id, report }));
    return made.ok ? ok(this.#tickets.give(id)) : made;
  }

  /** The file that a ticket is for; null where it is not good any more. */
  async fetch(ticket: string): Promise<PdfFile | null> {
    const known = this.#files.get(this.#tickets.take(ticket) ?? '');
    if (known === undefined || !isStill(this.#device, known.by)) return null;
    const made = await known.made;
    return made.ok ? made.value : null;
  }

  #begin(signedIn: SignedIn, asked: AskedPdf): Promise<Made> {
    const made = this.#make(signedIn, asked);
    this.#files.set(asked.id, { by: signedIn, made });
    const [oldest] = this.#files.keys();
    if (this.#files.size > mostKept && oldest !== undefined) this.#files.delete(oldest);
    const forget = () => this.#files.delete(asked.id);
    signedIn.over.signal.addEventListener('abort', forget, { once: true });
    // What could not be made is asked for anew.
    made.then(({ ok: isMade }) => isMade || forget(), forget);
    return made;
  }

  async #make(signedIn: SignedIn, { id, report }: AskedPdf): Promise<Made> {
    const device = this.#device;
    if (this.#host.pdf === null) return refuse('host-cannot');
    if (firstEntryOf.get(device.db, { event: id }) !== undefined) return refuse('made-before');
    const page = await pageMadeFor(device, signedIn, report);
    if (page === null) return refuse('unknown-report');
    const bytes = await printed(this.#host.pdf);
    if (bytes === null) return refuse('failed');
    // It took its time, in which somebody may have left.
    if (!isStill(device, signedIn)) return refuse('signed-out');
    const digest = createHash('sha256').update(bytes).digest('hex');
    const event = reportMade(page.figures, { format: 'pdf', digest, size: page.checkpoint.size });
    record(device, { id, actor: actorOf(signedIn), events: [event] });
    return ok({ name: nameOf(page), bytes });
  }
}

const nameOf = ({ figures: { days } }: ReportPage): string =>
  `bedside-hello-report-${days.from}-to-${days.to}.pdf`;

const begins = Buffer.from('%PDF-');

const printed = async (pdf: NonNullable<Host['pdf']>): Promise<Uint8Array<ArrayBuffer> | null> => {
  try {
    const bytes = await pdf();
    if (begins.equals(bytes.subarray(0, begins.length))) return bytes;
    logger.error({ bytes: bytes.length }, 'what the window made of a report is no PDF');
  } catch (problem) {
    logger.error({ problem }, 'a report was not made a PDF');
  }
  return null;
};
