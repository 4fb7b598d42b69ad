import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { app, type BrowserWindow, Menu, protocol, session } from 'electron';
import { createApp } from './app.ts';
import { logger } from './operations.ts';
import { rendererFolder } from './paths.ts';
import { Problem, plainly } from './problem.ts';
import { rendererFiles } from './routes/files.ts';
import { isSignedInTo } from './services/access/session.ts';
import { prepareDemo } from './services/demo.ts';
import { makeFolder } from './services/device.ts';
import { dailyJobs } from './services/health/daily-jobs.ts';
import { startDevice } from './services/open-device.ts';
import { isCardOpen } from './services/own-card/opening.ts';
import { dataFolder } from './shell/data-folder.ts';
import { ownSchemeGate, withOrigin } from './shell/gate.ts';
import { electronHost } from './shell/host.ts';
import { lockSession, type Report } from './shell/lockdown.ts';
import { readOptions } from './shell/options.ts';
import { appScheme, home } from './shell/scheme.ts';
import { followDisplays } from './shell/wall.ts';
import { openWindow } from './shell/window.ts';

const report: Report = (refused) => logger.warn(refused, 'refused');

/** No dialog waits for a person who is not there: say why, and stop. */
const giveUp = (problem: unknown): void => {
  const sentence = plainly(problem);
  if (sentence === null) logger.fatal({ err: problem }, 'the kiosk stopped');
  else process.stderr.write(`${sentence}\n`);
  app.exit(1);
};

/** Claims the data folder, which must be done before Electron is ready, and runs the kiosk on it. */
const begin = async (folder: string, demo: boolean): Promise<void> => {
  // Chromium's own files, and with them its single-instance lock, belong to the data folder. Electron takes no folder
  // that is not there.
  const browser = join(folder, 'browser');
  makeFolder(browser);
  app.setPath('userData', browser);
  if (!app.requestSingleInstanceLock())
    throw new Problem(`Bedside Hello already runs on the folder ${folder}.`);
  await app.whenReady();
  Menu.setApplicationMenu(null);
  let cardOpen = () => false;
  lockSession(session.defaultSession, report, () => cardOpen());
  const device = startDevice({ folder, host: 'electron', demo, daily: dailyJobs });
  cardOpen = () => isCardOpen(device) || isSignedInTo(device, 'people');
  for (const notice of device.notices) process.stderr.write(`${notice}\n`);
  if (demo) prepareDemo(device);
  let window: BrowserWindow | null = null;
  const { app: handler, endStreams } = createApp(device, {
    gate: ownSchemeGate,
    files: rendererFiles(rendererFolder),
    host: electronHost(() => window),
  });
  app.once('will-quit', () => {
    endStreams();
    device.close();
  });
  protocol.handle('app', (request) => handler.fetch(withOrigin(request)));
  const opened = await openWindow(report);
  window = opened;
  app.on('second-instance', () => opened.focus());
  followDisplays(opened, {
    report,
    trouble: (problem) => logger.warn({ problem }, 'the wall view is not shown'),
  });
  process.stdout.write(`ready ${home}\n`);
};

protocol.registerSchemesAsPrivileged([appScheme]);
app.enableSandbox();
// On Linux, Chromium reads aloud with the machine's own voices only when told to; elsewhere this says nothing to it.
app.commandLine.appendSwitch('enable-speech-dispatcher');
process.on('uncaughtException', giveUp);

const usual = dataFolder({ platform: process.platform, env: process.env, home: homedir() });
const { data, demo } = readOptions(process.argv.slice(1), usual);
begin(data, demo).catch(giveUp);
