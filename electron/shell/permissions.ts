import type { Session } from 'electron';

type Handler<Setter extends 'setPermissionRequestHandler' | 'setPermissionCheckHandler'> = NonNullable<
  Parameters<Session[Setter]>[0]
>;

/** Every permission that this version of Electron can be asked for; a new one does not compile until it is here. */
export type Permission =
  | Parameters<Handler<'setPermissionRequestHandler'>>[1]
  | Parameters<Handler<'setPermissionCheckHandler'>>[1];

interface Rule {
  allow: boolean;
  why: string;
}

const no = (why: string): Rule => ({ allow: false, why });

/** What the page may ask of the machine, and why. Showing people, taking taps and reading aloud needs nothing. */
export const permissions: Record<Permission, Rule> = {
  ar: no('The kiosk shows no augmented reality.'),
  'automatic-fullscreen': no('The window is sized by the program, not by the page.'),
  'background-fetch': no('Everything comes from this device; there is nothing to fetch in the background.'),
  'background-sync': no('What is recorded is on disk before it is confirmed; nothing waits to be sent.'),
  'captured-surface-control': no('Nothing is captured from the screen.'),
  'clipboard-read': no('What someone copied elsewhere must not reach a bedside screen.'),
  'clipboard-sanitized-write': no('Names and roles leave only through the export and the printed sheet.'),
  'deprecated-sync-clipboard-read': no('What someone copied elsewhere must not reach a bedside screen.'),
  'display-capture': no('A picture of the screen would show who is cared for here.'),
  fileSystem: no('Files are read and written by the main process only.'),
  fullscreen: no('The window is sized by the program, not by the page.'),
  geolocation: no('The place is a setting of the device; a position would be tracking.'),
  'geolocation-approximate': no('The place is a setting of the device; a position would be tracking.'),
  'hand-tracking': no('There is no virtual reality here.'),
  hid: no('Badge readers type as keyboards; no other device is spoken to.'),
  'idle-detection': no('Whether a person is there is asked on the screen, not watched.'),
  keyboardLock: no('A page must not keep keys from assistive technology.'),
  'local-fonts': no('The font is shipped; the list of fonts would identify the machine.'),
  'local-network': no('The kiosk works without a network.'),
  'local-network-access': no('The kiosk works without a network.'),
  'loopback-network': no('The page talks to the handler through its own scheme, not through a port.'),
  media: no(
    'No camera and no microphone at the bedside, but for somebody’s own card while it is open, and for who manages people.',
  ),
  mediaKeySystem: no('Nothing here is protected media.'),
  midi: no('There are no instruments here.'),
  midiSysex: no('There are no instruments here.'),
  nfc: no('Badge readers type as keyboards; no other device is spoken to.'),
  notifications: no('Nothing may appear over the screen that a patient reads.'),
  openExternal: no('No address opens another program.'),
  'payment-handler': no('Nothing is paid here.'),
  'periodic-background-sync': no(
    'What is recorded is on disk before it is confirmed; nothing waits to be sent.',
  ),
  'persistent-storage': no('The page keeps nothing; the record is in the main process.'),
  pointerLock: no('A page must not take the pointer away.'),
  'screen-wake-lock': no('Whether the screen sleeps is for the operating system to say.'),
  sensors: no('Nothing here follows how the tablet is held or how bright the room is.'),
  serial: no('Badge readers type as keyboards; no other device is spoken to.'),
  'smart-card': no('Badge readers type as keyboards; no other device is spoken to.'),
  'speaker-selection': no('Reading aloud uses the speaker that the operating system gives.'),
  'storage-access': no('There is no page of another origin.'),
  'system-wake-lock': no('Whether the machine sleeps is for the operating system to say.'),
  'top-level-storage-access': no('There is no page of another origin.'),
  unknown: no('What is not known is not given.'),
  usb: no('Badge readers type as keyboards; no other device is spoken to.'),
  vr: no('There is no virtual reality here.'),
  'web-app-installation': no('The kiosk is installed by the hospital, not by a page.'),
  'web-printing': no('Printing goes through the program, which knows what is on the sheet.'),
  'window-management': no('Windows are placed by the program.'),
};

const rules = new Map<string, Rule>(Object.entries(permissions));

/** What holds at the moment when the page asks. */
interface Circumstances {
  /** Whether the page is the kiosk’s own. */
  ours: boolean;
  /** Whether somebody’s own card is open, which takes their picture and their voice. */
  cardOpen: boolean;
}

/**
 * Whether a page gets a permission. Another origin gets none, and neither does a name not in the table; the camera and
 * the microphone are given to our own page only while somebody’s own card is open, or somebody is signed in who manages
 * people.
 */
export const decidePermission = (permission: string, { ours, cardOpen }: Circumstances): Rule => {
  if (!ours) return no('Only the kiosk itself can be given anything.');
  if (permission === 'media' && cardOpen)
    return { allow: true, why: 'Somebody’s picture is taken, or they record how they say their name.' };
  return rules.get(permission) ?? permissions.unknown;
};
