import { signIn } from '../../../electron/services/access/sign-in.ts';
import { openDevice } from '../../../electron/services/open-device.ts';

/** Tries to sign in at a folder, and is killed as soon as the PIN is being looked at. */
const [folder = '', person = '', pin = ''] = process.argv.slice(2);
const device = openDevice({ folder });
void signIn(device, { by: 'person', person }, pin);
process.kill(process.pid, 'SIGKILL');
