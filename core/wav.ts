import { ok, type Result, refuse } from './result.ts';

/** How a spoken name is kept: WAV, PCM, 16 bit, one channel, 16 kHz, at most 5 seconds. */
export const soundRate = 16_000;
export const longestSoundSeconds = 5;
const bytesPerSample = 2;
const headerLength = 44;
const mostSamples = soundRate * longestSoundSeconds;
/** Shorter than this no name is said. */
const fewestSamples = soundRate * 0.2;
/** The largest such file, with room for what is left out when it is kept. */
export const largestSound = 200 * 1024;
/** A microphone that is off gives less than this, of 32,767. */
const quietest = 200;

export type SoundProblem = 'not-a-sound' | 'wrong-form' | 'too-long' | 'too-short' | 'silent';

const text = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));

/** The samples as a WAV file with nothing in it but them: the same samples are always the same bytes. */
export const writeWav = (samples: Int16Array): Uint8Array<ArrayBuffer> => {
  const length = samples.length * bytesPerSample;
  const bytes = new Uint8Array(headerLength + length);
  const view = new DataView(bytes.buffer);
  const put = (at: number, sign: string) => {
    for (const [index, letter] of [...sign].entries()) view.setUint8(at + index, letter.charCodeAt(0));
  };
  put(0, 'RIFF');
  view.setUint32(4, headerLength - 8 + length, true);
  put(8, 'WAVE');
  put(12, 'fmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, soundRate, true);
  view.setUint32(28, soundRate * bytesPerSample, true);
  view.setUint16(32, bytesPerSample, true);
  view.setUint16(34, 8 * bytesPerSample, true);
  put(36, 'data');
  view.setUint32(40, length, true);
  for (const [index, sample] of samples.entries())
    view.setInt16(headerLength + index * bytesPerSample, sample, true);
  return bytes;
};

/**
 * The samples of a WAV file, read strictly: every length must be what is there, `fmt ` comes once and before `data`,
 * which comes once; other parts are passed over. Refuses any other form, silence, and what is too long or too short.
 */
export const readWav = (bytes: Uint8Array): Result<Int16Array, SoundProblem> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || text(view, 0) !== 'RIFF' || text(view, 8) !== 'WAVE') return refuse('not-a-sound');
  if (view.getUint32(4, true) !== bytes.length - 8) return refuse('not-a-sound');
  let isForm = false;
  let data: { at: number; length: number } | null = null;
  for (let at = 12; at < bytes.length; ) {
    if (at + 8 > bytes.length) return refuse('not-a-sound');
    const [name, length] = [text(view, at), view.getUint32(at + 4, true)];
    const end = at + 8 + length;
    if (end > bytes.length) return refuse('not-a-sound');
    if (name === 'fmt ') {
      if (isForm || data !== null) return refuse('not-a-sound');
      if (length !== 16 || !isOurForm(view, at + 8)) return refuse('wrong-form');
      isForm = true;
    } else if (name === 'data') {
      if (!isForm || data !== null) return refuse('not-a-sound');
      data = { at: at + 8, length };
    }
    // Every part begins at an even place.
    at = end + (length % 2);
  }
  if (data === null || data.length % bytesPerSample !== 0) return refuse('not-a-sound');
  return judged(samplesOf(view, data));
};

/** PCM, one channel, our rate, and what follows from these. */
const isOurForm = (view: DataView, at: number): boolean =>
  view.getUint16(at, true) === 1 &&
  view.getUint16(at + 2, true) === 1 &&
  view.getUint32(at + 4, true) === soundRate &&
  view.getUint32(at + 8, true) === soundRate * bytesPerSample &&
  view.getUint16(at + 12, true) === bytesPerSample &&
  view.getUint16(at + 14, true) === 8 * bytesPerSample;

const samplesOf = (view: DataView, { at, length }: { at: number; length: number }): Int16Array =>
  Int16Array.from({ length: length / bytesPerSample }, (_, index) =>
    view.getInt16(at + index * bytesPerSample, true),
  );

const judged = (samples: Int16Array): Result<Int16Array, SoundProblem> => {
  if (samples.length > mostSamples) return refuse('too-long');
  if (samples.length < fewestSamples) return refuse('too-short');
  return samples.some((sample) => Math.abs(sample) >= quietest) ? ok(samples) : refuse('silent');
};
