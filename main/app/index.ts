import { Menu, app, protocol } from 'electron';
import { defaultLibraryFolder } from '../sync/library-folder.ts';
import { DesktopApp } from './desktop-app.ts';
import type { LaunchRequest } from './launch-arguments.ts';
import { parseLaunchArguments } from './launch-arguments.ts';
import { lockEverything } from './lock-everything.ts';
import type { Log } from './log.ts';
import { logFolder, openLog } from './log.ts';
import { profileFolder } from './profile-folder.ts';
import { registerSchemes } from './protocols.ts';
import { showNothing, silenceChromium } from './switches.ts';

/** The arguments after the executable and, when Electron was given a folder to run, after that. */
function ownArguments(): readonly string[] {
  return process.argv.slice(process.defaultApp ? 2 : 1);
}

function start(): void {
  const request = parseLaunchArguments(ownArguments(), process.cwd());
  silenceChromium(app);
  if (request.mode === 'cli') void runCommand(request);
  else startWindow(request);
}

/** One command of the command line, with no window. Its code is loaded only here: it opens SQLite on this very thread. */
async function runCommand(request: LaunchRequest): Promise<void> {
  showNothing(app);
  const { runCli } = await import('../cli/run.ts');
  app.exit(await runCli(request.cliArguments));
}

function startWindow(request: LaunchRequest): void {
  const libraryFolder = request.libraryFolder ?? defaultLibraryFolder();
  if (app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', app.commandLine.getSwitchValue('user-data-dir'));
  } else {
    app.setPath('userData', profileFolder(app.getPath('userData'), libraryFolder, request.libraryFolder === null));
  }
  if (!app.requestSingleInstanceLock({ deepLinks: request.deepLinks })) return app.exit(0);
  const log = openLog(logFolder(app.getPath('userData')));
  reportFaults(log);
  // Root, which no user should be, can't have the sandbox of the system; tests in containers run as root.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerSchemes(protocol);
  // Else Electron makes a menu of its own on the way to the first window.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  lockEverything(log);
  const startArguments = request.libraryFolder === null ? [] : ['--library', libraryFolder];
  const desktop = new DesktopApp({ libraryFolder, startArguments, isHidden: request.isHidden, log });
  app.on('second-instance', (_event, _argv, _folder, handedOver) => desktop.openLinks(linksIn(handedOver)));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    void app.whenReady().then(() => desktop.openLinks([url]));
  });
  if (app.isPackaged) app.setAsDefaultProtocolClient('docbao');
  log.write('info', 'started', { version: app.getVersion(), electron: process.versions.electron, platform: process.platform });
  void app.whenReady().then(() => {
    desktop.start();
    if (!request.isHidden && request.deepLinks.length > 0) desktop.openLinks(request.deepLinks);
  });
}

/** What a second start handed over; any program could have sent it, so that nothing of its form is taken for granted. */
function linksIn(handedOver: unknown): readonly string[] {
  const links = typeof handedOver === 'object' && handedOver !== null && 'deepLinks' in handedOver ? handedOver.deepLinks : [];
  return Array.isArray(links) ? links.filter((link) => typeof link === 'string') : [];
}

/** A fault that nothing caught is written down; the window and the library's thread go on. */
function reportFaults(log: Log): void {
  process.on('uncaughtException', (error) => log.write('error', 'uncaught', { message: error.stack ?? error.message }));
  process.on('unhandledRejection', (reason) => log.write('error', 'unhandled rejection', { message: String(reason) }));
}

start();
