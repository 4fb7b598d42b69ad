import { phrasesIn, wordsOf } from './vocabulary.ts';

/** What a cell looks like, whatever column it stands in. */
export type Shape = 'empty' | 'mail' | 'date' | 'number' | 'text';

const date = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:[T\s].*)?$/u;
/** Telephone and national numbers and pay too: digits, and what stands between and before them. */
const number = /^[\d\s().,+\-/$€£¥'’]+$/u;

/** What people write into a cell to say that there is nothing. Never asked of names: somebody is called Null. */
export const saysNothing = (cell: string): boolean => nothing.has(cell.trim().toLowerCase());

const nothing = new Set(['', '-', '–', '—', 'n/a', '#n/a', 'null', 'none']);

export const shapeOf = (cell: string): Shape => {
  const text = cell.trim();
  if (saysNothing(text)) return 'empty';
  if (/^\S+@\S+\.\S+$/u.test(text)) return 'mail';
  if (date.test(text)) return 'date';
  return number.test(text) && /\d/u.test(text) ? 'number' : 'text';
};

/** Whether a cell cannot be a word of a name or a role: a date, an address, or a number of four digits and more. */
export const isNoWord = (cell: string): boolean => {
  const shape = shapeOf(cell);
  return shape === 'mail' || shape === 'date' || (shape === 'number' && cell.replace(/\D/gu, '').length > 3);
};

const fewest = 3;
const most = 0.8;

/** The shape of a column: that of nearly all its cells that are not empty; null for a few cells, or a mixture. */
export const shapeOfColumn = (cells: readonly string[]): Shape | null => {
  const counts = new Map<Shape, number>();
  for (const shape of cells.map(shapeOf)) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  const filled = cells.length - (counts.get('empty') ?? 0);
  if (filled < fewest) return null;
  counts.delete('empty');
  const [shape, count] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one));
  return count >= filled * most ? shape : null;
};

const calledAfter = {
  number: phrasesIn([
    'phone; tel; telephone; mobile; cellphone; fax; teléfono; móvil; celular; telefon; handy; téléphone; telefone; telefono',
    'телефон; 电话; 手机; 전화번호; الهاتف; salary; wage; wages; pay; income; salario; sueldo; salaire; gehalt; lohn; salário',
  ]),
  date: phrasesIn([
    'date; dob; birthday; birthdate; fecha; nacimiento; naissance; geburtsdatum; geburtstag; nascimento; nascita; 生日; 出生日期',
  ]),
  mail: phrasesIn(['email; mail; correo; courriel; почта; 邮箱; 이메일; البريد']),
} as const satisfies Partial<Record<Shape, ReadonlySet<string>>>;
const shapesOfWords = new Map<string, Shape>();
for (const shape of ['number', 'date', 'mail'] as const)
  for (const phrase of calledAfter[shape]) for (const word of wordsOf(phrase)) shapesOfWords.set(word, shape);

/** The shape of what a column is called after: “Birth date” holds dates. Null for most names. */
export const shapeOfName = (header: string): Shape | null => {
  const [shape, other] = new Set(wordsOf(header).flatMap((word) => shapesOfWords.get(word) ?? []));
  return other === undefined ? (shape ?? null) : null;
};
