import { cpSync, rmSync } from 'node:fs';

/** Does some work in a copy of a folder, and takes that away again. */
export const inCopy = async <Value>(
  template: string,
  copy: string,
  work: (copy: string) => Promise<Value>,
): Promise<Value> => {
  cpSync(template, copy, { recursive: true });
  try {
    return await work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};
