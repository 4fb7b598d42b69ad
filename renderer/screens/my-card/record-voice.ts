import { longestSoundSeconds, soundRate, writeWav } from '../../../core/wav.ts';

/** One recording that is under way. */
interface Recording {
  /** What was said, as WAV (PCM, 16 bit, one channel, 16 kHz); null where nothing came in. */
  done: Promise<Uint8Array<ArrayBuffer> | null>;
  stop: () => void;
}

/**
 * Records from the microphone, until it is stopped or for five seconds. Rejects where there is no microphone or the page
 * may not use it. The microphone is let go of as soon as the recording ends.
 */
export const recordVoice = async (): Promise<Recording> => {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true },
  });
  const letGo = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  try {
    return recordFrom(stream, letGo);
  } catch (problem) {
    letGo();
    throw problem;
  }
};

const recordFrom = (stream: MediaStream, letGo: () => void): Recording => {
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const ended = new Promise<void>((end) => {
    recorder.onstop = () => end();
    recorder.onerror = () => end();
  });
  recorder.start();
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const timer = window.setTimeout(stop, longestSoundSeconds * 1_000);
  const done = ended.then(() => {
    window.clearTimeout(timer);
    letGo();
    return asWav(new Blob(parts)).catch(() => null);
  });
  return { done, stop };
};

const asWav = async (recorded: Blob): Promise<Uint8Array<ArrayBuffer>> => {
  const offline = new OfflineAudioContext(1, soundRate * longestSoundSeconds, soundRate);
  const heard = await offline.decodeAudioData(await recorded.arrayBuffer());
  const source = offline.createBufferSource();
  source.buffer = heard;
  source.connect(offline.destination);
  source.start();
  const rendered = await offline.startRendering();
  const length = Math.min(rendered.length, Math.ceil(heard.duration * soundRate));
  const samples = rendered.getChannelData(0).subarray(0, length);
  return writeWav(
    Int16Array.from(samples, (sample) => Math.round(Math.max(-1, Math.min(1, sample)) * 32_767)),
  );
};
