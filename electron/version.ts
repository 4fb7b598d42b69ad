import manifest from '../package.json' with { type: 'json' };

/** The version of the program, as every log entry names it. */
export const version: string = manifest.version;
