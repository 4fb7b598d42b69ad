/** How long it may take to fetch a sound, in ms: people who wait longer press again. */
const patience = 4_000;

let context: AudioContext | null = null;
let playing: AudioBufferSourceNode | null = null;
/** Which sound was asked for last: an earlier one that arrives late stays silent. */
let asked = 0;

/** Stops the sound that is playing, or on its way. */
export const stopSound = (): void => {
  asked += 1;
  playing?.stop();
  playing = null;
};

/**
 * Plays a sound of the device, a path such as /sounds/HASH.wav, and stops any other; resolves when it is over or was
 * stopped. Rejects where it cannot be had or read. Decoded here, so that the policy allows no media addresses.
 */
export const playSound = async (path: string): Promise<void> => {
  stopSound();
  const mine = asked;
  const answer = await fetch(path, { signal: AbortSignal.timeout(patience) });
  if (!answer.ok) throw new Error(`The device answered ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  context ??= new AudioContext();
  await context.resume();
  const buffer = await context.decodeAudioData(bytes);
  if (asked !== mine) return;
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.connect(context.destination);
  playing = source;
  await new Promise<void>((over) => {
    source.onended = () => over();
    source.start();
  });
  if (playing === source) playing = null;
};
