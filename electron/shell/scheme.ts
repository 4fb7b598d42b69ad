import type { CustomScheme } from 'electron';

/** Where the kiosk's page lives. The scheme is the program's own, so nothing listens on a network. */
export const home = 'app://bedside/';

/** What a second display shows. */
export const wallAddress = 'app://bedside/wall';

/**
 * What pages of the scheme may do: be an origin of their own, count as secure, fetch, and stream. Never bypassCSP:
 * the Content-Security-Policy that the handler sends is what holds.
 */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
};

/** Whether an address belongs to the kiosk, by its parsed parts: a prefix would also match app://bedside.elsewhere/. */
export const isOurs = (address: string): boolean => {
  const url = URL.parse(address);
  return url !== null && url.protocol === 'app:' && url.host === 'bedside' && url.username === '';
};

const exportFile = /^\/api\/manage\/(?:exports|reports)\/files\/[A-Za-z0-9_-]{43}$/u;

/** Whether an address is that of a file which somebody who is signed in lets leave, with its ticket and nothing else. */
export const isExportFile = (address: string): boolean => {
  const url = URL.parse(address);
  return (
    isOurs(address) && url !== null && exportFile.test(url.pathname) && url.search === '' && url.hash === ''
  );
};
