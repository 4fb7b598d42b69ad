import { soundRate, writeWav } from '../../core/wav.ts';

/** Somebody who hums for so many seconds, as samples; each pitch is another voice. */
export const hum = (seconds: number, pitch = 220): Int16Array =>
  Int16Array.from({ length: Math.round(seconds * soundRate) }, (_, at) =>
    Math.round(12_000 * Math.sin((2 * Math.PI * pitch * at) / soundRate)),
  );

/** The same as a file. */
export const voice = (seconds: number, pitch = 220): Uint8Array<ArrayBuffer> => writeWav(hum(seconds, pitch));
