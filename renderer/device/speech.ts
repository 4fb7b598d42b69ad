import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type Spoken, speechPlan } from './speech-plan.ts';

/** Voices come late: a machine that has none after this time, in ms, has none. */
const patience = 2_000;

/** A little slower than people speak who are not frightened. */
const pace = 0.9;

const noVoices: readonly SpeechSynthesisVoice[] = [];
let known: readonly SpeechSynthesisVoice[] = noVoices;

/** The machine's voices. The list is a new one each time it is asked for, and React wants the same while it is. */
const voicesNow = (): readonly SpeechSynthesisVoice[] => {
  const now = speechSynthesis.getVoices();
  const isSame = now.length === known.length && now.every((voice, at) => voice === known[at]);
  if (!isSame) known = now;
  return known;
};

const onVoices = (listener: () => void) => {
  speechSynthesis.addEventListener('voiceschanged', listener);
  return () => speechSynthesis.removeEventListener('voiceschanged', listener);
};

/**
 * Reads these words aloud in this language: once by itself as soon as there is a voice, again when asked. It is silent
 * as soon as the screen, or what is said on it, is another. `voiceless`: this machine has no voice for it.
 */
export const useSpeech = (words: readonly Spoken[], language: string) => {
  const voices = useSyncExternalStore(onVoices, voicesNow);
  const [isReading, setIsReading] = useState(false);
  const [hasWaited, setHasWaited] = useState(voices.length > 0);
  const text = JSON.stringify(words);
  const hasVoice = speechPlan([], language, voices) !== null;
  /** Which reading is going on: what an earlier one still reports counts for nothing. */
  const reading = useRef(0);

  useEffect(() => {
    const timer = window.setTimeout(() => setHasWaited(true), patience);
    return () => window.clearTimeout(timer);
  }, []);

  const stop = useCallback(() => {
    reading.current += 1;
    speechSynthesis.cancel();
    setIsReading(false);
  }, []);

  const read = useCallback(() => {
    const said: Spoken[] = JSON.parse(text);
    const plan = speechPlan(said, language, voicesNow());
    if (plan === null || plan.length === 0) return;
    speechSynthesis.cancel();
    reading.current += 1;
    const mine = reading.current;
    const utterances = plan.map(({ text: piece, voice }) => utteranceOf(piece, voice));
    const done = () => {
      if (reading.current === mine) setIsReading(false);
    };
    for (const utterance of utterances) utterance.onerror = done;
    const last = utterances.at(-1);
    if (last !== undefined) last.onend = done;
    setIsReading(true);
    for (const utterance of utterances) speechSynthesis.speak(utterance);
  }, [text, language]);

  useEffect(() => {
    if (hasVoice) read();
    return stop;
  }, [hasVoice, read, stop]);

  return { isReading, voiceless: !hasVoice && (hasWaited || voices.length > 0), read, stop };
};

const utteranceOf = (text: string, voice: SpeechSynthesisVoice): SpeechSynthesisUtterance => {
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = pace;
  return utterance;
};
