import { hc } from 'hono/client';
import type { App } from '../../electron/app.ts';

/** How long one attempt may take before it counts as unanswered, in ms. */
const patience = 4_000;

/** The one way to the device. Every call ends: an unanswered one throws. */
export const device = hc<App>('/', {
  fetch: (input: RequestInfo | URL, init?: RequestInit) =>
    fetch(input, { ...init, signal: AbortSignal.timeout(patience) }),
}).api;
