import type { Operation } from './operation.ts';

/** Each is loaded only by the process that does it: most of the time of a kill is that of starting what is killed. */
const operations = {
  starting: async () => (await import('./tapping.ts')).starting,
  tapping: async () => (await import('./tapping.ts')).tapping,
  checkpointing: async () => (await import('./tapping.ts')).checkpointing,
  migrating: async () => (await import('./migrating.ts')).migrating,
  'exporting-csv': async () => (await import('./exporting-csv.ts')).exportingCsv,
  'exporting-bundle': async () => (await import('./exporting-bundle.ts')).exportingBundle,
  'backing-up': async () => (await import('./backing-up.ts')).backingUp,
  restoring: async () => (await import('./restoring.ts')).restoring,
  purging: async () => (await import('./purging.ts')).purging,
} satisfies Record<string, () => Promise<Operation>>;

export type OperationName = keyof typeof operations;

const isOperation = (name: string): name is OperationName => Object.hasOwn(operations, name);

export const operationNames: OperationName[] = Object.keys(operations).filter(isOperation);

/** Throws for a name that is none. */
export const operationNamed = async (name: string): Promise<Operation> => {
  if (!isOperation(name)) throw new Error(`There is no operation “${name}”`);
  return operations[name]();
};
