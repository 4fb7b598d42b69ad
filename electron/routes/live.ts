import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Device } from '../services/device.ts';
import { deviceView } from '../services/view.ts';

/** How many windows may follow at once. When one more comes, the oldest stream ends: it may be one that nobody holds. */
const mostStreams = 8;
const beatMs = 10_000;

/** The streams that are open, oldest first, as functions that end them. */
export type Streams = Set<() => void>;

/**
 * The live stream: the whole view at once and after every change, and a beat in between. Electron does not tell the
 * handler when a page closes its stream (electron/electron#47097), so streams are capped and the newest wins.
 */
export const stream = (context: Context, device: Device, streams: Streams): Response =>
  streamSSE(context, async (sse) => {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    let sending = false;
    let sent = 0;
    // While one view is on its way others may come to be: the next one sent is the newest, none pile up.
    const send = async () => {
      if (sending) return;
      sending = true;
      while (sent !== device.live.version && !sse.aborted) {
        sent = device.live.version;
        await sse.writeSSE({ event: 'view', data: JSON.stringify(deviceView(device)) });
      }
      sending = false;
    };
    const unfollow = device.live.follow(() => void send());
    const beat = setInterval(() => void sse.writeSSE({ event: 'beat', data: '' }), beatMs);
    sse.onAbort(end);
    streams.add(end);
    const [oldest] = streams;
    if (oldest !== undefined && streams.size > mostStreams) {
      streams.delete(oldest);
      oldest();
    }
    try {
      await send();
      await ended;
    } finally {
      clearInterval(beat);
      unfollow();
      streams.delete(end);
    }
  });

/** Ends every stream, so that the program can stop. */
export const endAll = (streams: Streams): void => {
  for (const end of streams) end();
};
