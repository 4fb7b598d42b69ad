import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the start of the kiosk is told: where its data is, and whether to begin with the demo team. */
export interface Options {
  data: string;
  demo: boolean;
}

/**
 * Reads `--data DIR` and `--demo` from the arguments of the window's process, where Chromium's own switches stand
 * beside them and are left alone. `usual` is the data folder where none is named.
 */
export const readOptions = (args: string[], usual: string): Options => {
  const { values } = parseArgs({
    args,
    strict: false,
    options: { data: { type: 'string' }, demo: { type: 'boolean' } },
  });
  return {
    data: typeof values.data === 'string' && values.data !== '' ? resolve(values.data) : usual,
    demo: values.demo === true,
  };
};
