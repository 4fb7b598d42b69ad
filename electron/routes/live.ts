import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { DeviceView } from '../../core/view.ts';
import { logger } from '../operations.ts';
import type { Device } from '../services/device.ts';

/** How many windows may follow at once. When one more comes, the oldest stream ends: it may be one that nobody holds. */
const mostStreams = 8;
const beatMs = 10_000;

/** The streams that are open, oldest first, as functions that end them. */
export type Streams = Set<() => void>;

/**
 * The live stream: what this window may see of the device, at once and after every change, and a beat in between. Electron does not tell the
 * handler when a page closes its stream (electron/electron#47097), so streams are capped and the newest wins.
 */
export const stream = (
  context: Context,
  { device, streams, view }: { device: Device; streams: Streams; view: (device: Device) => DeviceView },
): Response =>
  streamSSE(context, async (sse) => {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    let writing = false;
    let sent = 0;
    // One write at a time. While one is on its way others may come to be: the next view sent is the newest, and
    // where nobody reads nothing piles up.
    const write = async ({ beat }: { beat: boolean }) => {
      if (writing) return;
      writing = true;
      try {
        if (beat) await sse.writeSSE({ event: 'beat', data: '' });
        while (sent !== device.live.version && !sse.aborted) {
          sent = device.live.version;
          await sse.writeSSE({ event: 'view', data: JSON.stringify(view(device)) });
        }
      } catch (problem) {
        // The page asks again, and hears then that the device does not answer.
        logger.error({ problem }, 'a live stream ended');
        end();
      } finally {
        writing = false;
      }
    };
    const unfollow = device.live.follow(() => void write({ beat: false }));
    const beat = setInterval(() => void write({ beat: true }), beatMs);
    sse.onAbort(end);
    streams.add(end);
    const [oldest] = streams;
    if (oldest !== undefined && streams.size > mostStreams) {
      streams.delete(oldest);
      oldest();
    }
    // Not awaited: where nobody reads, it may never come to its end, and this stream must still be able to.
    void write({ beat: false });
    await ended;
    clearInterval(beat);
    unfollow();
    streams.delete(end);
  });

/** Ends every stream, so that the program can stop. */
export const endAll = (streams: Streams): void => {
  for (const end of streams) end();
};
