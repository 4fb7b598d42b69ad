import type { Event, Session, WebContents } from 'electron';
import { decidePermission } from './permissions.ts';
import { isExportFile, isOurs } from './scheme.ts';

/** Something a page tried that could lead out of the kiosk. */
export type Attempt =
  | { what: 'navigate' | 'redirect'; to: string }
  | { what: 'open a window'; to: string }
  /** `from`: every address that led to it, in order. */
  | { what: 'download'; from: readonly string[] }
  | { what: 'embed a page' | 'choose a device' | 'pair a device' };

/**
 * Null where the attempt may go on, else why it may not. The page may reload itself, and a file be saved that somebody
 * who is signed in lets leave; nothing else leaves it.
 */
export const refusal = (attempt: Attempt): string | null => {
  switch (attempt.what) {
    case 'navigate':
    case 'redirect':
      return isOurs(attempt.to) ? null : 'The window shows the kiosk and nothing else.';
    case 'open a window':
      return 'The program opens its windows itself.';
    case 'embed a page':
      return 'No page is shown inside the kiosk.';
    case 'download':
      return attempt.from.length > 0 && attempt.from.every(isExportFile)
        ? null
        : 'Only a file that somebody who is signed in exports can be saved.';
    case 'choose a device':
    case 'pair a device':
      return 'Badge readers type as keyboards; no other device is spoken to.';
  }
};

/** Told of every refusal: what was tried, why not, and where it led, without path or query. */
export type Report = (refused: { tried: string; why: string; to?: string }) => void;

const origin = (address: string): string => {
  const url = URL.parse(address);
  return url === null ? 'not an address' : `${url.protocol}//${url.host}`;
};

const stop = (event: Pick<Event, 'preventDefault'>, attempt: Attempt, report: Report): void => {
  const why = refusal(attempt);
  if (why === null) return;
  event.preventDefault();
  report({ tried: attempt.what, why, ...('to' in attempt ? { to: origin(attempt.to) } : {}) });
};

/**
 * Answers every permission from the table and refuses devices, and downloads but for exports, for all pages of the session. `cardOpen`
 * says whether somebody’s own card is open now.
 */
export const lockSession = (session: Session, report: Report, cardOpen: () => boolean): void => {
  session.setPermissionRequestHandler((_page, permission, answer, { requestingUrl }) => {
    const { allow, why } = decidePermission(permission, {
      ours: isOurs(requestingUrl),
      cardOpen: cardOpen(),
    });
    if (!allow) report({ tried: permission, why, to: origin(requestingUrl) });
    answer(allow);
  });
  // Checks are asked many times a second by some pages: refused in silence.
  session.setPermissionCheckHandler(
    (_page, permission, requesting) =>
      decidePermission(permission, { ours: isOurs(requesting), cardOpen: cardOpen() }).allow,
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setBluetoothPairingHandler((_details, answer) => {
    stop({ preventDefault: () => answer({ confirmed: false }) }, { what: 'pair a device' }, report);
  });
  session.on('will-download', (event, item) =>
    stop(event, { what: 'download', from: item.getURLChain() }, report),
  );
  const refuseDevice = (event: Pick<Event, 'preventDefault'>, choose: (none: '') => void) => {
    stop(event, { what: 'choose a device' }, report);
    choose('');
  };
  session.on('select-hid-device', (event, _found, choose) => refuseDevice(event, choose));
  session.on('select-serial-port', (event, _found, _page, choose) => refuseDevice(event, choose));
  session.on('select-usb-device', (event, _found, choose) => refuseDevice(event, choose));
};

/** Keeps one page where it is: no other address, no other window, no page within it, no device. */
export const lockPage = (page: WebContents, report: Report): void => {
  page.setWindowOpenHandler(({ url }) => {
    stop({ preventDefault: () => undefined }, { what: 'open a window', to: url }, report);
    return { action: 'deny' };
  });
  page.on('will-navigate', (event) => stop(event, { what: 'navigate', to: event.url }, report));
  page.on('will-frame-navigate', (event) => stop(event, { what: 'navigate', to: event.url }, report));
  page.on('will-redirect', (event) => stop(event, { what: 'redirect', to: event.url }, report));
  page.on('will-attach-webview', (event) => stop(event, { what: 'embed a page' }, report));
  page.on('select-bluetooth-device', (event, _devices, choose) => {
    stop(event, { what: 'choose a device' }, report);
    choose('');
  });
};
