import { soundBytes } from '../store/sounds.ts';
import type { Device } from './device.ts';

/** How somebody says their name, WAV, by its hash; null if there is none. */
export const sound = (device: Device, hash: string): Uint8Array<ArrayBuffer> | null =>
  soundBytes.get(device.db, { hash })?.bytes ?? null;
