/**
 * Settles with the first Ctrl-C or other request to stop; a second one ends the program at once. Call it before
 * saying that the program is ready: who is told may stop it the next moment.
 */
export const stopAsked = (): Promise<NodeJS.Signals> => {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  return promise;
};
