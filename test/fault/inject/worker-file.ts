import { fileURLToPath } from 'node:url';

/** The script of the process in which system calls fail. */
export const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));
