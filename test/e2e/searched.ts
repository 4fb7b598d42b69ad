import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All the forms in which a text might lie on a disk, without being packed. */
const formsOf = (text: string): Buffer[] => {
  const inUtf16 = Buffer.from(text, 'utf16le');
  const escaped = [...text].map((sign) =>
    /[\u0020-\u007e]/u.test(sign)
      ? sign
      : [...new Array(sign.length).keys()]
          .map((at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`)
          .join(''),
  );
  return [
    Buffer.from(text),
    Buffer.from(text.toLowerCase()),
    Buffer.from(text.toUpperCase()),
    inUtf16,
    Buffer.from(inUtf16).swap16(),
    Buffer.from(escaped.join('')),
    Buffer.from(escaped.join('').replaceAll(/u[0-9a-f]{4}/gu, (code) => `u${code.slice(1).toUpperCase()}`)),
    Buffer.from(encodeURIComponent(text)),
    ...base64Of(Buffer.from(text)),
  ];
};

/** What of it stands in base64 whatever stands before and after it. */
const base64Of = (bytes: Buffer): Buffer[] =>
  [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    return Buffer.from(whole.slice(before === 0 ? 0 : 4, Math.floor((before + bytes.length) / 3) * 4));
  });

/** Every byte of every file in these folders is searched for these texts; gives which file has which. */
export const foundOnDisk = (folders: readonly string[], texts: readonly string[]): string[] => {
  const sought = texts.map((text) => ({ text, forms: formsOf(text) }));
  return folders.flatMap((folder) =>
    filesIn(folder).flatMap((file) => {
      const bytes = bytesOf(file);
      const name = Buffer.from(file);
      return sought
        .filter(({ forms }) => forms.some((form) => bytes.includes(form) || name.includes(form)))
        .map(({ text }) => `${text} in ${file}`);
    }),
  );
};

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));

/** A browser that runs takes files away while one looks: what is not there has nothing in it. */
const bytesOf = (file: string): Buffer => {
  try {
    return readFileSync(file);
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return Buffer.alloc(0);
    throw problem;
  }
};
