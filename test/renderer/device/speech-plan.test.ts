import { describe, expect, it } from 'vitest';
import { speechPlan, type Voice } from '../../../renderer/device/speech-plan.ts';

const voice = (lang: string, more: Partial<Voice> = {}): Voice => ({
  ...{ lang, localService: true, default: false },
  ...more,
});
/** What is said, each with the language of its voice. */
const said = (
  spoken: Parameters<typeof speechPlan>[0],
  language: string,
  voices: readonly Voice[],
): string[] | null =>
  speechPlan(spoken, language, voices)?.map((one) => `${one.voice.lang}: ${one.text}`) ?? null;

const ines = { name: 'Inês', languages: ['pt', 'en'] };

describe('What is read aloud', () => {
  it('is the sentences in the language of the screen, and a name in the language of its person', () => {
    expect(said([ines, 'Your nurse'], 'en', [voice('en-US'), voice('pt-PT')])).toEqual([
      'pt-PT: Inês',
      'en-US: Your nurse',
    ]);
  });

  it('says the name as the screen speaks where there is no voice for it, or nothing is known of it', () => {
    expect(said([ines], 'en', [voice('en-US')])).toEqual(['en-US: Inês']);
    expect(said([{ name: 'Bo', languages: [] }], 'en', [voice('en-US')])).toEqual(['en-US: Bo']);
  });

  it('is nothing at all where the machine has no voice for the screen', () => {
    expect(said([ines, 'x'], 'ht', [voice('en-US'), voice('pt-PT')])).toBeNull();
    expect(said(['x'], 'en', [])).toBeNull();
  });

  it('never uses a voice that sends the words to another computer', () => {
    expect(said(['x'], 'en', [voice('en-US', { localService: false })])).toBeNull();
    expect(said(['x'], 'en', [voice('en-US', { localService: false }), voice('en-GB')])).toEqual([
      'en-GB: x',
    ]);
  });

  it('takes the voice of the very language first, then the one the machine prefers', () => {
    const two = [voice('pt-PT'), voice('pt-BR', { default: true })];
    expect(said(['x'], 'pt', two)).toEqual(['pt-BR: x']);
    expect(said(['x'], 'pt-PT', two)).toEqual(['pt-PT: x']);
  });

  it('knows languages that machines call something else', () => {
    expect(said(['x'], 'tl', [voice('fil-PH')])).toEqual(['fil-PH: x']);
    expect(said(['x'], 'zh', [voice('zh_CN')])).toEqual(['zh_CN: x']);
  });

  it('leaves out what is empty', () => {
    expect(said(['', ' ', 'x'], 'en', [voice('en')])).toEqual(['en: x']);
  });
});
