import { describe, expect, it } from 'vitest';
import { splitName } from '../../../core/roster/full-name.ts';
import { languageOf, readLanguages } from '../../../core/roster/languages.ts';
import { roleOfTitle } from '../../../core/roster/role-of-title.ts';
import { roleTitles } from '../../../core/roster/role-titles.ts';
import { keyOf, phrasesIn, wordsOf } from '../../../core/roster/vocabulary.ts';

describe('a whole name', () => {
  it.each([
    ['Ode, Ben', 'Ben', 'Ode', null],
    ['Ben Ode', 'Ben', 'Ode', null],
    ['Dr. Ana Sol, MD', 'Ana', 'Sol', 'MD'],
    ['Ana Sol RN', 'Ana', 'Sol', 'RN'],
    ['García López, Ana María, RN, BSN', 'Ana María', 'García López', 'RN, BSN'],
    ['Lotte van der Meij', 'Lotte', 'van der Meij', null],
    ['Sol, Dra. Ana', 'Ana', 'Sol', null],
    ['Do, Min', 'Min', 'Do', null],
    ['Min, Do', 'Do', 'Min', null],
    ['ANA DO', 'ANA', 'DO', null],
    ['Nguyễn Văn An', 'Nguyễn Văn', 'An', null],
    ['김 민준', '민준', '김', null],
    ['李明', '李明', null, null],
    ['Teuku', 'Teuku', null, null],
    ['Dr.', 'Dr.', null, null],
  ])('%s', (text, given, family, credentials) => {
    expect(splitName(text)).toEqual({ given, family, credentials });
  });
});

describe('a job title', () => {
  it.each([
    ['Doctor', 'hospital-doctor'],
    ['RegisteredNurse', 'bedside-nurse'],
    ['Senior Staff Nurse II', 'bedside-nurse'],
    ['RN - Operating Room', 'bedside-nurse'],
    ['Enfermero/a', 'bedside-nurse'],
    ['Krankenpfleger*in', 'bedside-nurse'],
    ['Médica residente', 'resident-doctor'],
    ['Anästhesist:in', 'anesthesiologist'],
    ['巡回护士', 'circulating-nurse'],
    ['간호학생', 'nursing-student'],
    ['scrub-technician', 'scrub-technician'],
  ])('%s is the role %s', (title, role) => {
    expect(roleOfTitle(title)).toBe(role);
  });

  it.each(['Nurse, Student', 'Doctor - Trainee', '의사, 학생'])(
    'of somebody who learns is not guessed: %s',
    (title) => {
      expect(roleOfTitle(title)).toBeNull();
    },
  );

  it.each(['', 'Admin', 'Surgery Scheduler', 'Doctor of Nursing', 'Nurse Recruiter', 'constructor'])(
    'is not found inside another: %j',
    (title) => {
      expect(roleOfTitle(title)).toBeNull();
    },
  );

  it('never means two roles', () => {
    const keys = Object.values(roleTitles).flatMap((lines) => [
      ...new Set([...phrasesIn(lines)].map((phrase) => keyOf(wordsOf(phrase)))),
    ]);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });
});

describe('languages', () => {
  it.each([
    ['English; Español', ['en', 'es']],
    ['en/es', ['en', 'es']],
    ['French (fluent), Deutsch - Muttersprache', ['fr', 'de']],
    ['eng, pt_BR', ['en', 'pt-BR']],
    ['中文、英语', ['zh', 'en']],
    ['Inglés y francés', ['en', 'fr']],
    ['Kreyòl ayisyen, Tagalog', ['ht', 'tl']],
    ['angle, panyòl ak franse', ['en', 'es', 'fr']],
    ['العربية', ['ar']],
  ])('%s', (cell, languages) => {
    expect(readLanguages(cell)).toEqual({ languages, unknown: [] });
  });

  it('keep apart what is none', () => {
    expect(readLanguages('English, Klingonese')).toEqual({ languages: ['en'], unknown: ['Klingonese'] });
    expect(languageOf('xx')).toBeNull();
  });
});
