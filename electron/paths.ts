/**
 * Where the files lie that are read at run time, from this module: in the sources `electron/`, in what is shipped
 * `dist/electron/`, beside which the build lays `dist/renderer/` and `dist/resources/`.
 */
const here = new URL('.', import.meta.url);
const shipped = here.pathname.endsWith('/dist/electron/');

export const migrationsFolder = new URL(shipped ? 'migrations/' : 'store/migrations/', here);
export const rendererFolder = new URL(shipped ? '../renderer/' : '../dist/renderer/', here);
export const demoFolder = new URL('../resources/demo/', here);
